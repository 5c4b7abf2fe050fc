-- Units, their people, who does what on which day, whose turn it is, and the ledger of all turns.

create table unit (
  id           text primary key,
  name         text not null,
  project_name text not null,
  parent_id    text references unit (id),
  managers     text[] not null default '{}',
  deputies     text[] not null default '{}',
  settings     jsonb  not null default '{}'   -- only what differs from the defaults
);

create table agent (
  login     text primary key,
  unit_id   text not null references unit (id),
  name      text not null,
  mobile    text not null default '',
  extension text not null default '',
  team      text check (team in ('A', 'B')),
  place     int  not null,
  has_left  boolean not null default false
);
create index agent_of_unit on agent (unit_id);

create table away (
  login text primary key references agent (login),
  since timestamptz not null,
  note  text not null default ''
);

-- Both days count, in the unit's time zone.
create table agent_leave (
  login    text not null references agent (login),
  from_day date not null,
  to_day   date not null,
  note     text not null default '',
  primary key (login, from_day),
  check (from_day <= to_day)
);

-- Days on which a unit is closed though it is usually open, or the other way round.
create table special_day (
  unit_id text not null references unit (id),
  day     date not null,
  closed  boolean not null,
  note    text not null default '',
  primary key (unit_id, day)
);

-- planned_team is where the alternation stands; call_team differs from it on a day that the manager has overridden.
create table duty_day (
  unit_id      text not null references unit (id),
  day          date not null,
  closed       boolean not null,
  planned_team text not null check (planned_team in ('A', 'B')),
  call_team    text not null check (call_team in ('A', 'B')),
  overridden   boolean not null default false,
  primary key (unit_id, day)
);

-- The order of a queue on a day. A change adds a version, so that the ledger can be replayed.
create table duty_order (
  unit_id    text not null,
  day        date not null,
  queue      text not null,
  version    int  not null,
  team       text not null,
  members    text[] not null,
  overridden boolean not null default false,
  primary key (unit_id, day, queue, version),
  foreign key (unit_id, day) references duty_day (unit_id, day)
);

-- Where a queue stands today: the row that every offer locks. Written from the first contact of the day on.
create table rota_state (
  unit_id     text not null,
  day         date not null,
  queue       text not null,
  team        text not null,
  version     int  not null,
  members     text[] not null,
  start_login text not null,
  next_login  text not null,
  owed        text[] not null default '{}',   -- make-up turns, oldest first
  ahead       text[] not null default '{}',   -- turns used before they came round
  primary key (unit_id, day, queue),
  foreign key (unit_id, day) references duty_day (unit_id, day)
) with (fillfactor = 50);

-- Whoever has a contact is engaged. No two queues can pick the same agent: one row an agent, except for what an agent
-- takes on beside it without having been offered it. (No foreign keys here and on the ledger: each row would lock the
-- agent's and the unit's, and every call goes through that one row.)
create table engagement (
  login        text not null,
  contact_kind text not null,
  contact_id   text not null,
  since        timestamptz not null,
  beside       boolean not null,
  primary key (login, contact_kind, contact_id)
) with (fillfactor = 50);
create unique index engagement_of_agent on engagement (login) where not beside;
create index engagement_in_contact on engagement (contact_id);

create sequence turn_decision;

create table turn_ledger (
  id           bigint generated always as identity primary key,
  decision     bigint not null,          -- what was decided together; later rows about a turn carry its number
  unit_id      text not null,
  queue        text not null,
  day          date not null,
  version      int  not null,            -- of the day's order
  kind         text not null,
  cause        text not null,
  reason       text,
  owed         boolean not null default false,   -- this row earned a make-up turn
  login        text,
  contact_kind text not null,
  contact_id   text not null,
  at           timestamptz not null
);
-- A turn is taken, missed, restored or finished once.
create unique index turn_ledger_once on turn_ledger (decision, kind, login)
  where kind in ('TAKEN', 'MISSED', 'RESTORED', 'FINISHED');
create index turn_ledger_of_contact on turn_ledger (contact_id);
-- Rows come in the order of the days.
create index turn_ledger_of_day on turn_ledger using brin (day) with (pages_per_range = 16, autosummarize = on);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the turn ledger is append-only: % refused', tg_op;
end $$;
create trigger turn_ledger_is_append_only before update or delete or truncate on turn_ledger
  for each statement execute function refuse_change();
