create table job (
  ulid                   varchar(26)                 not null primary key,
  site                   varchar(16)                 not null,
  device_type            varchar(64)                 not null,
  device_instance        varchar(64)                 not null,
  action                 varchar(64)                 not null,
  required_params        text                        not null,
  optional_params        text                        not null,
  user_id                varchar(255)                not null,
  user_name              varchar(255)                not null,
  user_roles             varchar(255)                not null,
  status                 varchar(64)                 not null,
  replica_status         varchar(64)                 not null,
  hub_driven             boolean                     not null,
  seconds_until_complete varchar(32),
  received_at            timestamp(6) with time zone,
  started_at             timestamp(6) with time zone,
  ended_at               timestamp(6) with time zone,
  reason                 varchar(500)                not null,
  images                 text                        not null,
  trace_id               varchar(32)                 not null,
  version                bigint                      not null
);

create index job_of_site on job (site, ulid);
create index job_waiting on job (status, site, device_instance, ulid);
