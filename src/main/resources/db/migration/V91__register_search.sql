-- Registers and customers stay quick to look through, however many there are (decision 0052).

-- A unit's rows of some days together: a search goes from one such part to the next, latest first, until its page is full. So
-- it reads as little of a frequent name as of a rare one.
create function search_part_number(at timestamptz, days integer) returns integer language sql immutable as $$
  select floor(extract(epoch from at) / (86400 * days))::integer
$$;
create function search_part(unit_id text, at timestamptz, days integer) returns text language sql immutable as $$
  select unit_id || '@' || coalesce(floor(extract(epoch from at) / (86400 * days))::integer::text, '')
$$;

-- The terms by which a row is found: three digits in succession of its numbers, and each character and each two characters in
-- succession of its names, since Chinese names are too short for anything longer. The exact comparison follows; these only
-- find where to look. (None of these functions is said to be safe in parallel: starting helpers takes longer than a search.)
create function search_terms(part text, numbers text[], names text[]) returns text[] language plpgsql immutable as $$
declare
  terms text[] := '{}';
  one text;
  characters text[];
begin
  foreach one in array numbers loop
    continue when one is null;
    one := regexp_replace(one, '[^0-9]', '', 'g');
    for i in 1 .. length(one) - 2 loop
      terms := terms || (part || '#' || substr(one, i, 3));
    end loop;
  end loop;
  foreach one in array names loop
    continue when one is null;
    characters := string_to_array(lower(one), null);
    for i in 1 .. cardinality(characters) loop
      terms := terms || (part || ':' || characters[i]);
      if i > 1 then
        terms := terms || (part || ':' || characters[i - 1] || characters[i]);
      end if;
    end loop;
  end loop;
  return terms;
end $$;

-- The terms that a row must have to contain a number, or a piece of one with three digits or more.
create function search_terms_of_number(part text, digits text) returns text[] language sql immutable as $$
  select array(select part || '#' || substr(digits, i, 3) from generate_series(1, length(digits) - 2) i)
$$;

-- The terms that a row must have to contain a piece of a name.
create function search_terms_of_name(part text, piece text) returns text[] language sql immutable as $$
  select case when length(piece) = 1 then array[part || ':' || lower(piece)]
    else array(select part || ':' || substr(lower(piece), i, 2) from generate_series(1, length(piece) - 1) i) end
$$;

-- The customer's present name stands in the entries of the registers too, for the search only: triggers keep it there.
alter table call_register add column known_as text;
alter table visit_register add column known_as text;
update call_register e set known_as = c.name from customer c where c.id = e.customer_id and c.name is not null;
update visit_register e set known_as = c.name from customer c where c.id = e.customer_id and c.name is not null;

create function register_knows_customer() returns trigger language plpgsql as $$
begin
  new.known_as := (select name from customer where id = new.customer_id);
  return new;
end $$;
create trigger call_of_customer before insert on call_register
  for each row when (new.customer_id is not null) execute function register_knows_customer();
create trigger call_changes_customer before update of customer_id on call_register
  for each row when (new.customer_id is distinct from old.customer_id) execute function register_knows_customer();
create trigger visit_of_customer before insert on visit_register
  for each row when (new.customer_id is not null) execute function register_knows_customer();
create trigger visit_changes_customer before update of customer_id on visit_register
  for each row when (new.customer_id is distinct from old.customer_id) execute function register_knows_customer();

create function customer_is_renamed() returns trigger language plpgsql as $$
begin
  update call_register set known_as = new.name where customer_id = new.id and known_as is distinct from new.name;
  update visit_register set known_as = new.name where customer_id = new.id and known_as is distinct from new.name;
  return null;
end $$;
create trigger customer_is_renamed after update of name on customer
  for each row when (new.name is distinct from old.name) execute function customer_is_renamed();

-- An entry changes several times while it is open. So only closed entries are in the indexes for searches, and enter them
-- once; the open ones are few, and have an index of their own.

-- The figures are counted from this index alone.
drop index call_register_by_time;
create index call_register_by_time on call_register (unit_id, received_at desc)
    include (state, source, answered_at, rings);
drop index call_register_by_customer;
create index call_register_by_customer on call_register (customer_id, received_at desc) where customer_id is not null;
drop index call_register_open;
create index call_register_open on call_register (unit_id)
    where state in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED') or state = 'COVERED' and cover_read_at is null;
create index call_register_by_state on call_register (unit_id, state, received_at desc)
    where state not in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED');
create index call_register_by_agent on call_register (unit_id, agent, received_at desc)
    where state not in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED') and agent is not null;
-- Mostly it is one agent from the first ring to the entry.
create index call_register_by_owner on call_register (unit_id, owner, received_at desc)
    where state not in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED') and owner is distinct from agent
      and owner is not null;
create index call_register_by_cover on call_register (unit_id, covered_by, received_at desc)
    where state not in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED') and covered_by is distinct from agent
      and covered_by is not null;
create index call_register_by_ring on call_register (unit_id, ringing_agent, received_at desc)
    where state not in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED') and ringing_agent is distinct from agent
      and ringing_agent is not null;
create index call_register_search on call_register using gin (search_terms(search_part(unit_id, received_at, 28),
        array[caller_phone, caller_raw, customer_phone, call_back_number], array[customer_name, known_as]))
    with (gin_pending_list_limit = 256) where state not in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED');
