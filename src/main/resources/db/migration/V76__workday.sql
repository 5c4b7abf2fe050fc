-- What a petition unit decides for itself: only what differs from the defaults. A unit without a row has those of the nearest
-- unit above that has one (P4).
create table petition_settings (
  unit_id text primary key references unit (id),
  settings jsonb not null
);

-- Days that are not what their weekday says: public holidays and the days worked instead. A day that a unit does not name is
-- as the nearest unit above says.
create table calendar_day (
  unit_id text not null references unit (id),
  day date not null,
  working boolean not null,
  name text,
  primary key (unit_id, day)
);
