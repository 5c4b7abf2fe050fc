-- The visit register (L3): one row for each visitor or party, from the announcement to the entry and the hand-back.
create table visit_register (
    unit_id text not null,
    visit_id text not null,
    source text not null check (source in ('API', 'BY_HAND')),
    state text not null,
    announced_at timestamptz not null,
    announced_by text,
    appointment_at timestamptz,
    meeting_point text,
    arrived_at timestamptz,
    visitor_name text,
    visitor_raw text,
    visitor_phone text,
    party_size integer not null default 1,
    company text,
    asked_for text,
    purpose text not null,
    -- What the number told, fixed when the visitor arrived (design: "Customers").
    candidates integer not null default 0,
    customer_id bigint references customer on delete set null,
    prior_agent text,
    prior_contact_kind text,
    prior_contact_at timestamptz,
    received_today_by text,
    -- In line: for whom, and since when.
    waiting_for text check (waiting_for in ('VISIT', 'HELPER')),
    waiting_since timestamptz,
    -- Who has the visitor, or is on the way to them, and until when they are to be there.
    agent text,
    come_by timestamptz,
    greeted_by text,
    greeted_at timestamptz,
    arrival text,
    -- What the visitor said.
    contacted_before text,
    named_agent text,
    confirmed text,
    owner text,
    owner_known_by text,
    status text,
    -- Who received for the earlier agent (L3.2d).
    helped_by text,
    -- The three steps of a first visit (L3.3).
    tour text,
    tour_remarks text,
    negotiation text,
    left_reason text,
    seen_off_at timestamptz,
    customer_name text,
    customer_phone text,
    media_source text,
    intent text,
    interests text,
    objections text,
    floor_area numeric,
    trade_type text,
    budget text,
    move_in_date date,
    next_step text,
    remarks text,
    script_version integer,
    registered_at timestamptz,
    checked boolean not null default false,
    course text,
    result text,
    handed_back_at timestamptz,
    acknowledged_at timestamptz,
    primary key (unit_id, visit_id)
);
create index visit_register_by_time on visit_register (unit_id, (coalesce(arrived_at, appointment_at)) desc);
create index visit_register_by_phone on visit_register (unit_id, visitor_phone, greeted_at desc);
create index visit_register_by_customer on visit_register (customer_id);
-- Nearly always empty: what asks who is in line costs next to nothing.
create index visit_register_line on visit_register (unit_id) where waiting_for is not null;

-- Events that carry an id have their effect once.
create table visit_event (
    unit_id text not null,
    visit_id text not null,
    event_id text not null,
    at timestamptz not null,
    primary key (unit_id, visit_id, event_id)
);
