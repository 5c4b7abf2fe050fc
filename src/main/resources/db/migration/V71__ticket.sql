-- Tickets of the petition reception (P3): one row for each arrival of a person or a group. Who they are is with the matter.
create table ticket (
    -- Given by whoever announced the petitioner, or one of ours.
    id text primary key,
    unit_id text not null,
    state text not null,
    registered_at timestamptz not null,
    registered_by text,
    appointment_at timestamptz,
    group_size integer not null,
    -- The unit-local day that the number is for, the number, and the matter: set in the transaction that made the row.
    day date,
    number integer,
    matter_id text,
    -- Where the ticket stands in the order: from when it counts.
    place_at timestamptz,
    arrived_at timestamptz,
    -- Who is responsible for the earlier matter that was named: first asked, without a turn.
    preferred text,
    waiting_since timestamptz,
    leader_told_at timestamptz,
    -- Who calls or receives, and until when they are to call.
    staff text,
    call_until timestamptz,
    calls integer not null default 0,
    called_at timestamptz,
    received_at timestamptz,
    ended_at timestamptz
);
create unique index ticket_number on ticket (unit_id, day, number);
create index ticket_of_matter on ticket (matter_id);
create index ticket_of_staff on ticket (staff) where ended_at is null;
-- Nearly always empty: what asks who is in line costs next to nothing.
create index ticket_line on ticket (unit_id) where state = 'WAITING';

-- The last number that a unit gave out for a day. Its row is held until the registration is in, one after the other.
create table ticket_serial (
    unit_id text not null,
    day date not null,
    last integer not null,
    primary key (unit_id, day)
);
