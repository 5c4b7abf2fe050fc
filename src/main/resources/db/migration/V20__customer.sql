-- A customer of a unit, the agent whose customer it is, and the last contact, from which validity is reckoned (L3.2e).
create table customer (
    id bigint generated always as identity primary key,
    unit_id text not null,
    name text,
    agent text,
    last_contact_kind text check (last_contact_kind in ('CALL', 'VISIT')),
    last_contact_at timestamptz,
    created_at timestamptz not null
);
create index customer_of_agent on customer (unit_id, agent);

-- Numbers in E.164. A company's shared line belongs to several customers.
create table customer_phone (
    unit_id text not null,
    phone text not null,
    customer_id bigint not null references customer on delete cascade,
    primary key (unit_id, phone, customer_id)
);
create index customer_phone_of on customer_phone (customer_id);
