-- A unit is a leasing department or a petition reception point (P1); only the former has a project name.
alter table unit
  add column kind text not null default 'LEASING' check (kind in ('LEASING', 'PETITION')),
  alter column project_name drop not null,
  add constraint unit_with_project check (kind <> 'LEASING' or project_name is not null);
create index unit_below on unit (parent_id) where parent_id is not null;

-- Leasing departments have no queue of petitions any more; nobody was ever offered one in it.
delete from duty_order o where o.queue = 'PETITION'
  and not exists (select from rota_state s where s.unit_id = o.unit_id and s.day = o.day and s.queue = o.queue);

alter table duty_notice add column petition_place int;
