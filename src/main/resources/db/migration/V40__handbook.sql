-- The standard script (统一说辞) and the Q&A handbook (答客问) of a unit (L2.5, L3.5): every save is a whole new version.
create table handbook_version (
    unit_id  text not null,
    number   int  not null check (number > 0),
    saved_at timestamptz not null,
    author   text not null,
    comment  text not null default '',
    primary key (unit_id, number)
);

create table handbook_section (
    unit_id   text not null,
    number    int  not null,
    kind      text not null check (kind in ('SCRIPT', 'QA')),
    topic     text not null,
    place     int  not null,
    title     text not null,
    markdown  text not null,
    sensitive boolean not null,
    primary key (unit_id, number, kind, topic),
    foreign key (unit_id, number) references handbook_version (unit_id, number)
);

-- The version in force: the row that a save locks.
create table handbook (
    unit_id text primary key,
    number  int not null
);

create function handbook_keeps_its_versions() returns trigger language plpgsql as $$
begin
  raise exception 'a version of the handbook is never changed: % on % refused', tg_op, tg_table_name;
end $$;
create trigger handbook_version_is_append_only before update or delete or truncate on handbook_version
  for each statement execute function handbook_keeps_its_versions();
create trigger handbook_section_is_append_only before update or delete or truncate on handbook_section
  for each statement execute function handbook_keeps_its_versions();
