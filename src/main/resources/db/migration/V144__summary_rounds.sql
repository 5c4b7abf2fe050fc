-- A matter that was closed and came back counts in each month with what became of it then: one row for each of its rounds that has
-- to do with the month. 0 where the row was made before rounds were told apart.
alter table summary_item add column round integer not null default 0;
alter table summary_item drop constraint summary_item_pkey;
alter table summary_item add primary key (summary_id, version, matter_id, round);
create index matter_round_closed on matter_round (closed_at);
