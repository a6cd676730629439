-- Requests with an Idempotency-Key: one row per key from its first request on, for a day.
create table idempotency_key (
  id          varchar(64)                 not null primary key, -- digest of caller, route and key
  body_digest varchar(64)                 not null,
  status      integer,                                          -- null until it is answered
  answer      text,
  created_at  timestamp(6) with time zone not null
);
create index idempotency_key_created on idempotency_key (created_at);
