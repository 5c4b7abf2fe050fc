-- The end of a matter ends the urgings that nobody answered, also if the petitioner comes back with it later.
alter table matter_urging add column ended_at timestamptz;
update matter_urging u
set ended_at = coalesce(
      (select min(r.closed_at) from matter_round r where r.matter_id = u.matter_id and r.closed_at >= u.urged_at),
      m.closed_at, m.reopened_at)
from matter m
where m.id = u.matter_id and u.answered_at is null and (m.closed_at is not null or m.reopened_at > u.urged_at);
drop index matter_urging_open;
create index matter_urging_open on matter_urging (due_at) where answered_at is null and ended_at is null;
