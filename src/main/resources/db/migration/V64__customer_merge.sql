-- Two records that turned out to be one person: one remains, the other points to it.
alter table customer
    add column merged_into bigint references customer on delete cascade,
    add column merged_by text,
    add column merged_at timestamptz;
create index customer_merged on customer (merged_into) where merged_into is not null;

-- Who has to be followed up, or has lapsed without a timer; those who are settled are not in it.
create index customer_due on customer (unit_id, valid_until, id)
    where follow_up is null and lapsed_at is null and agent is not null and merged_into is null;
