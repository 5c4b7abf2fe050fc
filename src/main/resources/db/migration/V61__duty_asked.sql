-- What the manager is being asked about; null while there is no open task for it.
alter table duty_morning add column asked text;
