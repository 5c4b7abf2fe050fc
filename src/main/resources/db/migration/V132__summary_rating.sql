-- How petitioners rated each unit in the month, as it was when the version was compiled.
create table summary_rating (
    summary_id text not null,
    version int not null,
    unit_id text not null,
    -- As the unit that received them, or as the one that handled their matter.
    about text not null check (about in ('CENTRE', 'HANDLING')),
    satisfied int not null,
    fairly int not null,
    dissatisfied int not null,
    primary key (summary_id, version, unit_id, about),
    foreign key (summary_id, version) references summary_version (summary_id, version)
);
create trigger summary_rating_stays_when_inserted after insert on summary_rating
    referencing new table as changed for each statement execute function summary_items_keep_what_was_signed();
create trigger summary_rating_stays_when_updated after update on summary_rating
    referencing old table as changed for each statement execute function summary_items_keep_what_was_signed();
create trigger summary_rating_stays_when_deleted after delete on summary_rating
    referencing old table as changed for each statement execute function summary_items_keep_what_was_signed();
