-- The day and the number that a ticket had before it was carried to another day.
alter table ticket add column carried_from_day date;
alter table ticket add column carried_from_number integer;
