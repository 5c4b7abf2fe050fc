-- The monthly summary of a tree of petition units (P7): one row for each month, started once however many nodes there are.
create table summary (
  id text primary key,
  root_unit_id text not null references unit (id),
  month date not null check (extract(day from month) = 1),
  created_at timestamptz not null,
  unique (root_unit_id, month)
);

-- What was compiled and signed. An unsigned version may be compiled again, a signed one stays as it is.
create table summary_version (
  summary_id text not null references summary (id),
  version int not null,
  reason text not null check (reason in ('MONTH_ENDED', 'ASKED', 'RECLASSIFIED')),
  compiled_at timestamptz not null,
  analysis text,
  analysed_by text,
  signed_by text,
  signed_at timestamptz,
  primary key (summary_id, version),
  check ((signed_at is null) = (signed_by is null)),
  check (signed_at is null or analysis is not null)
);

-- What each matter had to do with the month, as it was when the version was compiled; nothing personal.
create table summary_item (
  summary_id text not null,
  version int not null,
  matter_id text not null,
  unit_id text not null,
  category text not null,
  received int not null,
  repeats int not null,
  persons int not null,
  groups int not null,
  anonymous int not null,
  large_scale int not null,
  closed int not null,
  outcome text,
  -- Working days until it was closed.
  days int,
  still_open int not null,
  overdue int not null,
  primary key (summary_id, version, matter_id),
  foreign key (summary_id, version) references summary_version (summary_id, version)
);
create index summary_item_of_matter on summary_item (matter_id);

create function summary_keeps_what_was_signed() returns trigger language plpgsql as $$
begin
  raise exception 'a signed summary is never changed: % on % refused', tg_op, tg_table_name;
end $$;
create trigger summary_version_stays before update or delete on summary_version
  for each row when (old.signed_at is not null) execute function summary_keeps_what_was_signed();

create function summary_items_keep_what_was_signed() returns trigger language plpgsql as $$
begin
  if exists (select from changed join summary_version v using (summary_id, version) where v.signed_at is not null) then
    raise exception 'a signed summary is never changed: % on % refused', tg_op, tg_table_name;
  end if;
  return null;
end $$;
create trigger summary_item_stays_when_inserted after insert on summary_item
  referencing new table as changed for each statement execute function summary_items_keep_what_was_signed();
create trigger summary_item_stays_when_updated after update on summary_item
  referencing old table as changed for each statement execute function summary_items_keep_what_was_signed();
create trigger summary_item_stays_when_deleted after delete on summary_item
  referencing old table as changed for each statement execute function summary_items_keep_what_was_signed();
