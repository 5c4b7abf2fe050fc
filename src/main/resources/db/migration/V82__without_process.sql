-- Entries that no process guides: it could not be started or go on, or somebody took it away. Once more it is put before
-- people; who takes the process away a second time (removed_at is set then) means it.
alter table call_register add column guided boolean not null default true;
alter table call_register add column removed_at timestamptz;
alter table visit_register add column guided boolean not null default true;
alter table visit_register add column removed_at timestamptz;
alter table ticket add column guided boolean not null default true;
alter table ticket add column removed_at timestamptz;

-- The sweep looks at what is open, and at what has no process; both are few, however many rows there are.
create index call_register_open on call_register (unit_id)
    where guided and state in ('RECEIVED', 'RINGING', 'UNASSIGNED', 'ANSWERED');
create index call_register_unguided on call_register (state) where not guided;
create index visit_register_open on visit_register (unit_id)
    where guided and state in ('EXPECTED', 'ARRIVED', 'OFFERED', 'WAITING', 'RECEIVED', 'SEEN_OFF');
create index visit_register_unguided on visit_register (state) where not guided;
create index ticket_unguided on ticket (state) where not guided;
