-- A late pick-up and the end of the ring meet at the engagement's row: only one of them finds it as it needs it.
alter table engagement add column taken boolean not null default false;
