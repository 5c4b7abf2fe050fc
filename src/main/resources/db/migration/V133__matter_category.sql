-- The categories of a tree of units, once its centre has changed them; until then there are the usual ones.
create table matter_category (
    root_unit_id text not null,
    -- What a matter keeps. Name and parent of a code never change: another name is another code.
    code text not null,
    parent_code text,
    -- Null for a usual one, which is called differently in each language.
    name text,
    place integer not null,
    -- Nobody can choose it any more; matters that have it keep it.
    closed_at timestamptz,
    primary key (root_unit_id, code),
    foreign key (root_unit_id, parent_code) references matter_category (root_unit_id, code)
);
-- A code that was made belongs to one tree only.
create unique index matter_category_by_code on matter_category (code) where name is not null;
create sequence matter_category_code;
