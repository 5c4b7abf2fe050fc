-- A leader reminds the person who has a late task, in their own name.
alter table task_reminder drop constraint task_reminder_kind_check;
alter table task_reminder add constraint task_reminder_kind_check
    check (kind in ('REMINDED', 'DEPUTY_TOLD', 'MANAGER_TOLD', 'REMINDED_BY_HAND'));
alter table task_reminder add column task_id text;
alter table task_reminder add column reminded_by text;
create index task_reminder_of_task on task_reminder (task_id, at desc) where task_id is not null;
comment on column task_reminder.task_id is 'The task in the engine; only of reminders by hand.';
comment on column task_reminder.reminded_by is 'The login of the leader who reminded; null for reminders by the model.';
