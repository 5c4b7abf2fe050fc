alter table call_register
    add column handed_over_by text,
    add column handed_over_at timestamptz;
comment on column call_register.handed_over_by is 'The agent who held the line until the earlier agent took the call over.';
