create table hub_user (
  name          varchar(64)                 not null primary key,
  password_hash varchar(255)                not null,
  roles         varchar(255)                not null,
  created_at    timestamp(6) with time zone not null
);
