-- Two agents claim one customer: what each says, and what the manager decided (L3.2c, L3.2e).
create table ownership_dispute (
    id bigint generated always as identity primary key,
    unit_id text not null,
    customer_id bigint references customer on delete set null,
    claimant text not null,
    -- Whose customer it is; another colleague if they are handed over meanwhile.
    owner text not null,
    reason text not null,
    opened_at timestamptz not null,
    -- The end of validity as it stood when the customer was claimed.
    valid_until timestamptz not null,
    statement text,
    stated_by text,
    stated_at timestamptz,
    outcome text check (outcome in ('OWNER', 'CLAIMANT', 'NOBODY', 'LAPSED', 'SETTLED', 'ERASED')),
    decision_reason text,
    decided_by text,
    closed_at timestamptz,
    claimant_read_at timestamptz,
    owner_read_at timestamptz,
    check ((outcome is null) = (closed_at is null))
);
create unique index ownership_dispute_open on ownership_dispute (customer_id) where closed_at is null;
create index ownership_dispute_by_time on ownership_dispute (unit_id, opened_at desc);
create index ownership_dispute_of on ownership_dispute (customer_id);
