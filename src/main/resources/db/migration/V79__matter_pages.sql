-- What a unit's people see at a glance: its matters that are overdue.
create index matter_overdue on matter (unit_id) where overdue_since is not null and closed_at is null;
-- Matters that came after one and named it.
create index matter_later on matter (earlier_id) where earlier_id is not null;
-- What a unit is asked about just now (P1, P6).
create index matter_coordination_asked on matter_coordination (unit_id)
    where answered_at is null and ended_at is null;
create index matter_received_by_person on matter_event (matter_id, who)
    where kind in ('RECEIVED', 'REPEAT_VISIT', 'REOPENED');
