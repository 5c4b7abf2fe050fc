-- Until when a customer is whose (L3.2e), and the history of it. The last contact is from now on the one that validity
-- runs from: a call that would end sooner than the visit before it does not replace it.
alter table customer
    add column valid_until timestamptz,
    add column lapsed_at timestamptz;

-- Whose customer it was, from when to when, and why that began and ended. At most one row of a customer is open.
create table customer_agent (
    id bigint generated always as identity primary key,
    customer_id bigint not null references customer on delete cascade,
    agent text not null,
    since timestamptz not null,
    began text not null check (began in
        ('EARLIER', 'FIRST_CALL', 'FIRST_VISIT', 'LAPSED_CLAIM', 'HANDED_OVER', 'MERGED', 'DISPUTE')),
    until timestamptz,
    ended text check (ended in ('LAPSED', 'HANDED_OVER', 'MERGED', 'DISPUTE')),
    -- The record that the row belonged to before two records were made one.
    merged_from bigint,
    check ((until is null) = (ended is null)),
    check (until >= since)
);
create unique index customer_agent_open on customer_agent (customer_id) where until is null;
create index customer_agent_of on customer_agent (customer_id, since);

-- What is there already. The database counts an offset without a place the other way round: "+08:00" lies west there.
with place as (
    select id as unit_id,
        case when zone ~ '[+-][0-9]' and zone not like 'Etc/%' then translate(zone, '+-', '-+')
             when zone = 'Z' then 'UTC' else zone end as zone,
        call_days, visit_days
    from (select id, coalesce(settings ->> 'zone', 'Asia/Shanghai') as zone,
              coalesce((settings ->> 'callValidityDays')::int, 7) as call_days,
              coalesce((settings ->> 'visitValidityDays')::int, 15) as visit_days
          from unit) settings)
update customer c set valid_until =
    ((c.last_contact_at at time zone p.zone)::date
        + case c.last_contact_kind when 'VISIT' then p.visit_days else p.call_days end + 1)::timestamp at time zone p.zone
from place p where p.unit_id = c.unit_id and c.last_contact_at is not null;

update customer set lapsed_at = valid_until where agent is not null and valid_until <= now();

-- Since when and why is not known of them.
insert into customer_agent (customer_id, agent, since, began, until, ended)
select id, agent, least(created_at, last_contact_at), 'EARLIER', lapsed_at,
    case when lapsed_at is not null then 'LAPSED' end
from customer where agent is not null;
