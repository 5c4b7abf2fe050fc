-- A customer is followed up before validity ends.
create table follow_up (
    id bigint generated always as identity primary key,
    unit_id text not null,
    customer_id bigint not null references customer on delete cascade,
    agent text not null,
    opened_at timestamptz not null,
    -- The end of validity that the timer waits for.
    valid_until timestamptz not null,
    tries integer not null default 0,
    tried_at timestamptz,
    remarks text,
    outcome text check (outcome in ('REACHED', 'CONTACTED', 'LAPSED', 'POSTPONED', 'MERGED')),
    closed_at timestamptz,
    check ((outcome is null) = (closed_at is null))
);
create unique index follow_up_open on follow_up (customer_id) where closed_at is null;
create index follow_up_of on follow_up (customer_id, opened_at);

-- The open one, in the customer's row: who locks that row knows it for certain, and a contact need not look for it.
alter table customer add column follow_up bigint;
