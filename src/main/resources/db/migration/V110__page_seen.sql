-- When somebody last had a page open on which they would notice a call or a visitor. One row a person; written when a page is
-- opened or closed, and once a minute while it is open.
create table page_seen (
  login    text primary key,
  seen_at  timestamptz not null,           -- a page was open
  acted_at timestamptz not null,           -- they opened one, or did something on it
  here     boolean     not null            -- as it was told to boards and waiting lines; decides nothing
) with (fillfactor = 70);                  -- so that the next version of a row has room beside it

-- Departments that exist may work by telephone alone: for them nothing changes until somebody switches it on.
update unit set settings = settings || '{"turnsNeedPage": []}';
