-- A leader urges the responsible person and unit of a matter: an answer is due (督办).
create table matter_urging (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    -- The unit that had the matter, and its responsible person, when it was urged.
    unit_id text not null,
    responsible text,
    urged_by text not null,
    -- The unit for which the leader urged.
    by_unit text not null,
    urged_at timestamptz not null,
    text text,
    due_at timestamptz not null,
    answered_by text,
    answered_at timestamptz,
    answer text,
    -- When the leader was told that nobody answered in time.
    late_told_at timestamptz
);
create index matter_urging_of on matter_urging (matter_id, id);
create index matter_urging_open on matter_urging (due_at) where answered_at is null;
create index matter_urging_by_time on matter_urging (urged_at);

-- Lists of matters that left the application as a file. The text that was searched for may be a name, and is not kept.
create table matter_export (
    id bigint generated always as identity primary key,
    unit_id text not null,
    exported_by text not null,
    exported_at timestamptz not null,
    format text not null check (format in ('CSV', 'XLSX')),
    filter text not null,
    matters integer not null
);
create index matter_export_of on matter_export (unit_id, exported_at desc);

-- The board counts what is open in some units.
create index matter_open_of_unit on matter (unit_id)
    where state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE');
