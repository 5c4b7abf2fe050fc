-- Who comes again is recognised by the name too, if they gave no number.
create index matter_by_name on matter (root_unit_id, petitioner_name, opened_at desc) where petitioner_name is not null;
