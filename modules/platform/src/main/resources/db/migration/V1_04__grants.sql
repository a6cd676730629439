-- Roles that hold at one place: observer@saf. Roles that hold everywhere keep their wording.
alter table hub_user add column grants varchar(4000) default '' not null;
update hub_user set grants = roles;
alter table hub_user drop column roles;
