create sequence image_id_seq;

create table image (
  image_id          bigint                      not null primary key,
  base_filename     varchar(120)                not null unique,
  site              varchar(16)                 not null,
  data_type         varchar(8)                  not null,
  capture_date      timestamp(6) with time zone not null,
  right_ascension   double precision,
  declination       double precision,
  altitude          double precision,
  azimuth           double precision,
  airmass           double precision,
  exposure_time     double precision,
  filter_used       varchar(80),
  username          varchar(255),
  user_id           varchar(255),
  header_json       text,
  fits_01_exists    boolean                     not null,
  fits_10_exists    boolean                     not null,
  jpg_medium_exists boolean                     not null,
  jpg_small_exists  boolean                     not null
);

create index image_latest on image (site, capture_date desc, image_id desc);

-- Counts the exposures of a camera; the number is part of the base name.
create table image_number (
  site   varchar(16) not null,
  camera varchar(32) not null,
  newest bigint      not null,
  primary key (site, camera)
);

-- Files on their way in.
create table object_intent (
  intent_id  varchar(26)                 not null primary key,
  object_key varchar(900)                not null,
  begun_at   timestamp(6) with time zone not null
);

-- Files that the pipelines have not been told of yet.
create table pipeline_notice (
  file_name  varchar(120)                not null primary key,
  queue      varchar(64)                 not null,
  site       varchar(16)                 not null,
  created_at timestamp(6) with time zone not null
);
