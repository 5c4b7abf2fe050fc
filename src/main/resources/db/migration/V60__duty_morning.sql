-- A day that has begun in the morning: the row is what makes it begin once.
create table duty_morning (
  unit_id    text not null references unit (id),
  day        date not null,
  begun_at   timestamptz not null,
  accepted   text not null default '',   -- what was wrong when somebody decided to go on with it
  decision   text,                       -- the latest; null if there was nothing to decide
  decided_by text,                       -- null when the time for it ran out
  decided_at timestamptz,
  primary key (unit_id, day)
);

-- What everybody was told about the day, and who has read it.
create table duty_notice (
  unit_id      text not null,
  day          date not null,
  login        text not null references agent (login),
  status       text not null,            -- ON_DUTY, OFF_DUTY, ON_LEAVE, CLOSED
  call_place   int,
  visit_place  int,
  changed      boolean not null,         -- since the morning's announcement
  announced_at timestamptz not null,
  seen_at      timestamptz,
  primary key (unit_id, day, login),
  foreign key (unit_id, day) references duty_morning (unit_id, day)
);
