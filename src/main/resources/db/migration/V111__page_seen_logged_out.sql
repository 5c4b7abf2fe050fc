-- Somebody who logs out is gone at once, not only after the unit's time without a page.
alter table page_seen add column logged_out boolean not null default false;
