-- A draft ends with its task, whoever wrote it.
create index task_draft_of_form on task_draft (form);
