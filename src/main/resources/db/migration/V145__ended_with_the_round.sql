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

-- A matter that comes back can be a large-scale event again: its leaders are alerted and report anew.
alter table matter_alert add column round integer not null default 1;
alter table matter_scene add column round integer not null default 1;
update matter_alert a
set round = 1 + (select count(*) from matter_round r where r.matter_id = a.matter_id and r.closed_at <= a.alerted_at);
update matter_scene s
set round = 1 + (select count(*) from matter_round r where r.matter_id = s.matter_id and r.closed_at <= s.recorded_at);
alter table matter_alert drop constraint matter_alert_pkey, add primary key (matter_id, unit_id, round);
alter table matter_scene drop constraint matter_scene_pkey, add primary key (matter_id, round);
