-- What caused a FITS file, and by which item its pipeline was told.
create table file_trace (
  file_name   varchar(120)                not null primary key,
  base_name   varchar(120)                not null,
  trace_id    varchar(32)                 not null,
  recorded_at timestamp(6) with time zone not null,
  queue       varchar(64),
  item_id     varchar(22),
  told_at     timestamp(6) with time zone
);

create index file_trace_of_trace on file_trace (trace_id, recorded_at);
create index file_trace_of_image on file_trace (base_name);
create index file_trace_of_item on file_trace (item_id);
