-- What phone systems sent lately and what became of it, for the page where a connection is set up. No number, its last four digits at most.
create table phone_message (
    id bigint generated always as identity primary key,
    unit_id text not null,
    system text not null,
    at timestamptz not null,
    call_id text,
    last_digits text,
    -- What it reports, such as COMES_IN or HUNG_UP, parted by commas; empty for nothing that concerns us.
    reported text not null,
    outcome text not null check (outcome in ('TAKEN', 'KNOWN', 'PAST', 'UNKNOWN_EXTENSION', 'NOTHING', 'UNREADABLE', 'FAILED'))
);
create index phone_message_latest on phone_message (unit_id, id desc);
