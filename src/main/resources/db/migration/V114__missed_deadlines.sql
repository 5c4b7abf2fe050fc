-- Each deadline that a matter missed, and for how long it was overdue (P4, P7). Rows are added and ended, never deleted.
create table matter_missed_deadline (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    due_at timestamptz not null,
    -- Null where only the history of a matter told of it.
    due_kind text check (due_kind in ('ACCEPT', 'HANDLE', 'EXTENDED', 'REVIEW')),
    since timestamptz not null,
    -- When the petitioner was told of more time or of a plan, or the matter was closed; null while it is overdue.
    ended_at timestamptz
);
create index matter_missed_deadline_of on matter_missed_deadline (matter_id, id);
create unique index matter_missed_deadline_open on matter_missed_deadline (matter_id) where ended_at is null;

-- When a deadline of the matter was missed for the first time; more time does not change it.
alter table matter add column first_overdue_at timestamptz;

-- Matters that are overdue, or were when they were closed.
insert into matter_missed_deadline (matter_id, due_at, due_kind, since, ended_at)
select id, coalesce(due_at, overdue_since), due_kind, overdue_since, closed_at from matter where overdue_since is not null;

-- Until now more time took the mark away. The history still tells of it: the last entry of a matter that has the mark is above.
insert into matter_missed_deadline (matter_id, due_at, since, ended_at)
select e.matter_id,
  coalesce((select max(known.deadline) from (
      select deadline from matter_plan where matter_id = e.matter_id and deadline <= e.at
      union all
      select until from matter_extension where matter_id = e.matter_id and until <= e.at) known), e.at),
  e.at,
  coalesce((select min(ended.at) from (
      select decided_at as at from matter_extension where matter_id = e.matter_id and decision = 'APPROVED' and decided_at >= e.at
      union all
      select set_at from matter_plan where matter_id = e.matter_id and set_at >= e.at
      union all
      select at from matter_event where matter_id = e.matter_id and kind = 'CLOSED' and at >= e.at) ended), e.at)
from matter_event e join matter m on m.id = e.matter_id
where e.kind = 'OVERDUE'
  and (m.overdue_since is null or e.id < (select max(id) from matter_event where matter_id = e.matter_id and kind = 'OVERDUE'));

update matter m set first_overdue_at = missed.first
from (select matter_id, min(since) as first from matter_missed_deadline group by matter_id) missed
where m.id = missed.matter_id;

drop index matter_was_overdue;
create index matter_was_overdue on matter (root_unit_id, opened_at desc, id desc) where first_overdue_at is not null;
