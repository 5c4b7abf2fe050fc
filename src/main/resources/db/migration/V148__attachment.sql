-- Scans and photos that are kept with a matter.
create table attachment (
    id text primary key,
    matter_id text not null references matter,
    -- The paper to which it belongs, such as a receipt that was signed by hand; a draft that is thrown away leaves it to the matter.
    paper_id text references paper on delete set null,
    -- As its owner called it.
    name text,
    -- What it is, by its content.
    type text not null check (type in ('JPEG', 'PNG', 'WEBP', 'PDF')),
    size bigint not null,
    -- Where the content is.
    kept_in text not null check (kept_in in ('DATABASE', 'FOLDER', 'S3')),
    -- Whether there is a small image of it.
    small boolean not null,
    added_by text not null,
    added_at timestamptz not null,
    -- Nothing of a removed one is left but this row.
    removed_by text,
    removed_at timestamptz,
    -- The order in which they came; several come in one moment.
    place bigint generated always as identity
);

create index attachment_matter on attachment (matter_id, place);
create index attachment_paper on attachment (paper_id) where paper_id is not null;

-- Photos and scans are compressed already.
create table attachment_content (
    attachment_id text primary key references attachment on delete cascade,
    content bytea not null
);
alter table attachment_content alter column content set storage external;

-- The small images, wherever the content is kept.
create table attachment_thumbnail (
    attachment_id text primary key references attachment on delete cascade,
    content bytea not null
);

-- Content outside of the database that is to be removed: of an attachment that is gone, or that was never committed.
create table attachment_leftover (
    attachment_id text primary key,
    kept_in text not null,
    due_at timestamptz not null
);
