-- What each unit had to review in the month, as it was when the version was compiled.
create table summary_review (
    summary_id text not null,
    version int not null,
    unit_id text not null,
    asked int not null,
    told int not null,
    upheld int not null,
    changed int not null,
    again int not null,
    late int not null,
    overdue int not null,
    primary key (summary_id, version, unit_id),
    foreign key (summary_id, version) references summary_version (summary_id, version)
);
create trigger summary_review_stays_when_inserted after insert on summary_review
    referencing new table as changed for each statement execute function summary_items_keep_what_was_signed();
create trigger summary_review_stays_when_updated after update on summary_review
    referencing old table as changed for each statement execute function summary_items_keep_what_was_signed();
create trigger summary_review_stays_when_deleted after delete on summary_review
    referencing old table as changed for each statement execute function summary_items_keep_what_was_signed();
