-- What lists of images show of a header, so that they need not read the headers themselves.
alter table image add column fits_filename      varchar(255) default '' not null;
alter table image add column fits_path          varchar(255) default '' not null;
alter table image add column smart_stack        varchar(80)  default '' not null;
alter table image add column smart_stack_number varchar(80)  default '' not null;

-- Headers that are here already: JSON objects of texts. A value ends at the next quote.
update image set
  fits_filename = case when header_json like '%"ORIGNAME":"%' then
    cast(substring(header_json from position('"ORIGNAME":"' in header_json) + 12
      for position('"' in substring(header_json from position('"ORIGNAME":"' in header_json) + 12)) - 1)
    as varchar(255)) else '' end,
  smart_stack = case when header_json like '%"SMARTSTK":"%' then
    cast(substring(header_json from position('"SMARTSTK":"' in header_json) + 12
      for position('"' in substring(header_json from position('"SMARTSTK":"' in header_json) + 12)) - 1)
    as varchar(80)) else '' end,
  smart_stack_number = case when header_json like '%"SSTKNUM":"%' then
    cast(substring(header_json from position('"SSTKNUM":"' in header_json) + 11
      for position('"' in substring(header_json from position('"SSTKNUM":"' in header_json) + 11)) - 1)
    as varchar(80)) else '' end,
  fits_path =
    case when header_json like '%"SITEID":"%' then
    cast(substring(header_json from position('"SITEID":"' in header_json) + 10
      for position('"' in substring(header_json from position('"SITEID":"' in header_json) + 10)) - 1)
    as varchar(80)) else '' end || '/' ||
    case when header_json like '%"INSTRUME":"%' then
    cast(substring(header_json from position('"INSTRUME":"' in header_json) + 12
      for position('"' in substring(header_json from position('"INSTRUME":"' in header_json) + 12)) - 1)
    as varchar(80)) else '' end || '/' ||
    case when header_json like '%"DAY-OBS":"%' then
    cast(substring(header_json from position('"DAY-OBS":"' in header_json) + 11
      for position('"' in substring(header_json from position('"DAY-OBS":"' in header_json) + 11)) - 1)
    as varchar(80)) else '' end || '/raw'
where header_json <> '';
