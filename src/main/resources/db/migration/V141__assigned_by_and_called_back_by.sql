-- The logins of the manager who gave a visitor to an agent, and of the person who called a customer back last. Null where nobody
-- did, and in entries of before.
alter table visit_register add column assigned_by text;
alter table call_register add column follow_up_by text;
