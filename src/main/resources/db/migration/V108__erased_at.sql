-- Since when an entry tells nothing of its person any more: what is missing then was not refused.
alter table call_register add column erased_at timestamptz;
alter table visit_register add column erased_at timestamptz;
