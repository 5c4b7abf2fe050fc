-- What went wrong between a process and what it guides: shown to the unit's managers and to the process owners until
-- somebody has put it right. No names, no numbers: ids only.
create table process_trouble (
    id bigint generated always as identity primary key,
    -- Empty when it concerns no unit in particular.
    unit_id text not null,
    process text not null,
    -- The element of the model that failed, where it is known.
    element text,
    kind text not null,
    -- What is concerned, as the register knows it; null when it is whatever comes in.
    entry text,
    first_at timestamptz not null,
    last_at timestamptz not null,
    times integer not null default 1,
    cleared_at timestamptz,
    cleared_by text
);
create unique index process_trouble_open on process_trouble
    (unit_id, process, kind, coalesce(element, ''), coalesce(entry, '')) where cleared_at is null;
