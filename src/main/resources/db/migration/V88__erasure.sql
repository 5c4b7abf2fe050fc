create table erasure (
    id        bigint generated always as identity primary key,
    unit_id   text        not null,
    erased_by text        not null,
    at        timestamptz not null,
    records   jsonb       not null
);
create index erasure_of_unit on erasure (unit_id, at desc);
comment on table erasure is 'Who took a person out of the registers and when; nothing of the person.';
