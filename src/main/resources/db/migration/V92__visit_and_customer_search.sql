-- The same for visits.
drop index visit_register_by_time;
create index visit_register_by_time on visit_register (unit_id, (coalesce(arrived_at, appointment_at)) desc)
    include (state, arrived_at, greeted_at, waiting_since);
drop index visit_register_by_customer;
create index visit_register_by_customer on visit_register (customer_id, (coalesce(arrived_at, appointment_at)) desc)
    where customer_id is not null;
drop index visit_register_open;
create index visit_register_open on visit_register (unit_id)
    where state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF')
      or state = 'REGISTERED' and helped_by is not null and acknowledged_at is null;
create index visit_register_appointments on visit_register (unit_id, appointment_at) where appointment_at is not null;
create index visit_register_by_state on visit_register (unit_id, state, (coalesce(arrived_at, appointment_at)) desc)
    where state not in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF');
create index visit_register_by_agent on visit_register (unit_id, agent, (coalesce(arrived_at, appointment_at)) desc)
    where state not in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF') and agent is not null;
create index visit_register_by_owner on visit_register (unit_id, owner, (coalesce(arrived_at, appointment_at)) desc)
    where state not in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF')
      and owner is distinct from agent and owner is not null;
create index visit_register_by_greeting on visit_register
    (unit_id, greeted_by, (coalesce(arrived_at, appointment_at)) desc)
    where state not in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF')
      and greeted_by is distinct from agent and greeted_by is not null;
create index visit_register_by_helper on visit_register
    (unit_id, helped_by, (coalesce(arrived_at, appointment_at)) desc)
    where state not in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF')
      and helped_by is distinct from agent and helped_by is not null;
create index visit_register_search on visit_register using gin (search_terms(
        search_part(unit_id, coalesce(arrived_at, appointment_at), 28),
        array[visitor_phone, visitor_raw, customer_phone], array[customer_name, visitor_name, company, known_as]))
    with (gin_pending_list_limit = 256)
    where state not in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF');

-- A part of a customer's name, in one unit.
drop index customer_name_characters;
create index customer_search on customer using gin (search_terms(search_part(unit_id, valid_until, 7), '{}', array[name]))
    with (gin_pending_list_limit = 256) where merged_into is null;
-- Parts of a number are found in these alone.
drop index customer_phone_begins;
create index customer_phone_begins on customer_phone (unit_id, phone text_pattern_ops) include (customer_id);
drop index customer_phone_ends;
create index customer_phone_ends on customer_phone (unit_id, reverse(phone) text_pattern_ops) include (phone, customer_id);
-- The list of a unit's disputes: open ones first, and those of one agent.
drop index ownership_dispute_by_time;
create index ownership_dispute_by_time on ownership_dispute (unit_id, (closed_at is not null), opened_at desc, id desc);
create index ownership_dispute_of_claimant on ownership_dispute
    (unit_id, claimant, (closed_at is not null), opened_at desc, id desc);
create index ownership_dispute_of_owner on ownership_dispute
    (unit_id, owner, (closed_at is not null), opened_at desc, id desc);
-- Customers without an agent.
create index customer_of_nobody on customer (unit_id, valid_until desc nulls last, id desc)
    where agent is null and merged_into is null;
