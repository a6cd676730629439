-- What people ask the hub to remember for them: one JSON object each.
create table preference (
  subject     varchar(255)   not null primary key,
  preferences varchar(16384) not null
);
