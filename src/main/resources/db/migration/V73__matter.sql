-- What petitioners bring: one row for each matter, from the registration to the end (P2, P4, P6).
create table matter (
    id text primary key,
    -- Unique in a tree of units: year and serial.
    number text not null,
    root_unit_id text not null,
    -- The unit whose matter it is; another one after a transfer was accepted.
    unit_id text not null,
    received_by text not null,
    ticket_id text,
    opened_at timestamptz not null,
    opened_by text,
    petitioner_name text,
    petitioner_phone text,
    anonymous boolean not null default false,
    group_size integer not null default 1,
    summary text,
    destination text,
    state text not null,
    -- The login of the first responsible person; null until somebody has received the petitioner.
    responsible text,
    received_at timestamptz,
    account text,
    purpose text,
    category text,
    profile text not null default 'ORDINARY',
    grade text not null default 'ordinary',
    -- The earlier matter that the petitioner named, and the one of which this is a repeat visit.
    earlier_id text references matter,
    joined_into text references matter,
    visits integer not null default 1,
    large_scale boolean not null default false,
    due_at timestamptz,
    due_kind text check (due_kind in ('ACCEPT', 'HANDLE', 'EXTENDED', 'REVIEW')),
    overdue_since timestamptz,
    planned_at timestamptz,
    reply text,
    reply_told_how text,
    reply_told_at timestamptz,
    satisfied boolean,
    outcome text,
    closed_at timestamptz,
    closed_by text,
    reopened integer not null default 0,
    reopened_at timestamptz,
    erased_at timestamptz,
    check ((due_at is null) = (due_kind is null))
);
create unique index matter_by_number on matter (root_unit_id, number);
create index matter_by_time on matter (unit_id, opened_at desc, id desc);
create index matter_of_tree_by_time on matter (root_unit_id, opened_at desc, id desc);
create index matter_of_responsible on matter (responsible, opened_at desc, id desc);
create index matter_by_phone on matter (root_unit_id, petitioner_phone text_pattern_ops);
create index matter_name_characters on matter using gin (string_to_array(lower(petitioner_name), null));
create index matter_joined on matter (joined_into) where joined_into is not null;

-- The last serial number that a tree of units gave out in a year.
create table matter_serial (
    root_unit_id text not null,
    year integer not null,
    last integer not null,
    primary key (root_unit_id, year)
);

-- Units that have to do with a matter: the one that received, those it was given to, those asked.
create table matter_unit (
    matter_id text not null references matter,
    unit_id text not null,
    opened_at timestamptz not null,
    primary key (matter_id, unit_id)
);
create index matter_unit_by_time on matter_unit (unit_id, opened_at desc, matter_id desc);

-- Each step, with who and when.
create table matter_event (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    at timestamptz not null,
    kind text not null,
    who text,
    unit_id text not null,
    text text
);
create index matter_event_of on matter_event (matter_id, at, id);

-- What was brought along, and what each shows (P2).
create table matter_material (
    matter_id text not null references matter,
    place integer not null,
    name text not null,
    shows text not null,
    at timestamptz not null,
    primary key (matter_id, place)
);
