-- Who did what: each row holds the hash of the one before.
create table audit_entry (
  number        bigint                      not null primary key,
  done_at       timestamp(6) with time zone not null,
  action        varchar(96)                 not null,
  thing         varchar(256)                not null,
  place         varchar(32)                 not null,
  subject       varchar(128)                not null,
  address       varchar(45)                 not null,
  status        integer                     not null,
  trace         varchar(32)                 not null,
  previous_hash varchar(64)                 not null,
  hash          varchar(64)                 not null
);

create index audit_by_time on audit_entry (done_at, number);
create index audit_by_subject on audit_entry (subject, number);
create index audit_by_action on audit_entry (action, number);

-- One row, which who adds an entry locks first; the anchor is the newest entry that was deleted.
create table audit_head (
  id            integer     not null primary key check (id = 1),
  number        bigint      not null,
  hash          varchar(64) not null,
  anchor_number bigint      not null,
  anchor_hash   varchar(64) not null
);

insert into audit_head (id, number, hash, anchor_number, anchor_hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000',
        0, '0000000000000000000000000000000000000000000000000000000000000000');
