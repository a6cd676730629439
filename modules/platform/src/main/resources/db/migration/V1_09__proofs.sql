-- Proofs of identity that hold no more before their time. proof_id is null: all that the subject was
-- issued before the row's id was made.
create table revocation (
  revocation_id varchar(26)                 not null primary key,
  subject       varchar(255)                not null,
  proof_id      varchar(64),
  expires_at    timestamp(6) with time zone not null
);

create index revocation_of_subject on revocation (subject);

-- Logins that may be refreshed; the newest refresh token of each, hashed.
create table refresh_family (
  family_id   varchar(32)                 not null primary key,
  subject     varchar(64)                 not null,
  secret_hash varchar(64)                 not null,
  created_at  timestamp(6) with time zone not null,
  expires_at  timestamp(6) with time zone not null
);

create index refresh_family_of_subject on refresh_family (subject, created_at);

create table api_key (
  key_id       varchar(26)                 not null primary key,
  name         varchar(64)                 not null,
  secret_hash  varchar(64)                 not null,
  grants       varchar(4000)               not null,
  created_by   varchar(255)                not null,
  created_at   timestamp(6) with time zone not null,
  expires_at   timestamp(6) with time zone,
  revoked_at   timestamp(6) with time zone,
  last_used_at timestamp(6) with time zone
);
