create table task_draft (
    login      text        not null,
    form       text        not null,
    unit_id    text        not null,
    typed      text,
    changed_at timestamptz not null,
    primary key (login, form)
);
create index task_draft_of_unit on task_draft (unit_id);
comment on table task_draft is 'What a person has typed into a form of Tasklist and not sent yet; theirs alone.';
