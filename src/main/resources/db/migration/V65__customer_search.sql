-- The list of a unit's customers: the days of validity change seldom, so a contact seldom touches these.
create index customer_by_validity on customer (unit_id, valid_until desc nulls last, id desc) where merged_into is null;
create index customer_of_agent_by_validity on customer (unit_id, agent, valid_until desc nulls last, id desc)
    where merged_into is null;
drop index customer_of_agent;
-- A part of a name: by the characters that are in it, since Chinese names are too short for anything longer.
create index customer_name_characters on customer using gin (string_to_array(lower(name), null));
-- A part of a number: how it begins or how it ends.
create index customer_phone_begins on customer_phone (unit_id, phone text_pattern_ops);
create index customer_phone_ends on customer_phone (unit_id, reverse(phone) text_pattern_ops);
