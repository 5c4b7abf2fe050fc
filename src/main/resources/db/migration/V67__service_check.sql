-- Spot checks of receptions by the manager (L3.6): one row for a sampled reception, one for each mark given.
create table service_check (
    id text primary key,
    unit_id text not null,
    contact_kind text not null,
    contact_id text not null,
    agent text not null,
    sampled_at timestamptz not null,
    checked_by text,
    checked_at timestamptz,
    remarks text,
    answer text,
    read_at timestamptz
);
-- A reception is checked once, however often its process says that it was sampled.
create unique index service_check_once on service_check (contact_kind, contact_id);
create index service_check_by_time on service_check (unit_id, checked_at desc) where checked_at is not null;

-- A point that the manager has not seen has no mark.
create table service_mark (
    check_id text not null references service_check on delete cascade,
    point text not null,
    mark smallint not null check (mark between 1 and 5),
    primary key (check_id, point)
);
