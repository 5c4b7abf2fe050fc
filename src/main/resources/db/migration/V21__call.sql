-- The call register (L2.3): one row for each call, from the first ring to the entry.
create table call_register (
    unit_id text not null,
    call_id text not null,
    source text not null check (source in ('PHONE_SYSTEM', 'BY_HAND')),
    state text not null,
    received_at timestamptz not null,
    caller_raw text,
    caller_phone text,
    -- What the number told when the call came in, fixed then (design: "Customers").
    candidates integer not null default 0,
    customer_id bigint references customer on delete set null,
    prior_agent text,
    prior_contact_kind text,
    prior_contact_at timestamptz,
    -- The ring that is on now, and the first answer that was given to the phone system.
    ringing_agent text,
    offered_at timestamptz,
    answer_by timestamptz,
    missed_agent text,
    missed_at timestamptz,
    -- The ring ran out by itself; the phone system did not report it.
    ring_ran_out boolean,
    first_agent text,
    first_answer_by timestamptz,
    agent text,
    answered_at timestamptz,
    rings integer,
    call_ended_at timestamptz,
    -- What the caller said.
    enquiry text,
    contacted_before text,
    named_agent text,
    owner text,
    owner_known_by text,
    status text,
    customer_name text,
    customer_phone text,
    name_refused boolean,
    phone_refused boolean,
    media_source text,
    interests text,
    floor_area numeric,
    trade_type text,
    budget text,
    move_in_date date,
    remarks text,
    left_own_details boolean,
    script_version integer,
    registered_at timestamptz,
    -- The covered call and what followed (L2.2d, L2.2e).
    covered_by text,
    cover_answer text,
    sensitive boolean,
    call_back_number text,
    mobile_given_out boolean,
    cover_read_at timestamptz,
    follow_up_outcome text,
    follow_up_remarks text,
    follow_up_tries integer not null default 0,
    follow_up_at timestamptz,
    primary key (unit_id, call_id)
);
create index call_register_by_time on call_register (unit_id, received_at desc);
create index call_register_by_phone on call_register (unit_id, caller_phone, received_at desc);
create index call_register_by_customer on call_register (customer_id);

-- A number that still has to be called back after a missed call: one for the number, not one for each attempt (L2.1).
create table missed_return (
    unit_id text not null,
    phone text not null,
    call_id text not null,
    attempts integer not null default 1,
    opened_at timestamptz not null,
    last_attempt_at timestamptz not null,
    closed_at timestamptz,
    primary key (unit_id, call_id)
);
create unique index missed_return_open on missed_return (unit_id, phone) where closed_at is null;

-- Events of the phone system that carry an id have their effect once.
create table call_event (
    unit_id text not null,
    call_id text not null,
    event_id text not null,
    at timestamptz not null,
    primary key (unit_id, call_id, event_id)
);
