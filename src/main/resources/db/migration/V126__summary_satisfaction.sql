-- A summary says how many of the petitioners who were asked accept the result, and how often leaders urged.
alter table summary_item
    add column rated int not null default 0,
    add column satisfied int not null default 0,
    add column urged int not null default 0;
