-- What somebody wanted who did not call or come about leasing, and for which colleague. One a call or visit.
create table note (
    id bigint generated always as identity primary key,
    unit_id text not null references unit,
    contact_kind text not null,
    contact_id text not null,
    -- Null once the person is erased.
    who text,
    about text,
    for_whom text,
    written_by text not null,
    at timestamptz not null,
    -- When the colleague said that they have read it.
    read_at timestamptz,
    unique (contact_kind, contact_id)
);
create index note_of_unit on note (unit_id, at desc, id desc);
create index note_for on note (unit_id, for_whom, at desc, id desc) where for_whom is not null;
create index note_by on note (unit_id, written_by, at desc, id desc);
