-- The versions of the texts from which papers are made. A unit without versions of a kind uses those of the nearest unit above
-- that has some, else the text that comes with the product.
create table paper_template (
    unit_id text not null references unit,
    kind text not null,
    -- From 1; the highest one is in force.
    number integer not null,
    title text not null,
    text text not null,
    saved_at timestamptz not null,
    author text not null,
    comment text not null,
    primary key (unit_id, kind, number)
);

-- The last number that a unit gave to a paper of a kind in a year.
create table paper_serial (
    unit_id text not null references unit,
    kind text not null,
    year integer not null,
    last integer not null,
    primary key (unit_id, kind, year)
);

-- What petitioners are handed, and the forms about them: one row for each version of a paper.
create table paper (
    id text primary key,
    matter_id text not null references matter,
    -- The unit that issues it.
    unit_id text not null references unit,
    kind text not null,
    state text not null,
    -- Null once the petitioner is erased.
    title text,
    text text,
    -- The template from which it was made; no unit for the one that comes with the product.
    template_unit text,
    template_number integer not null,
    -- From 1, and the paper that this version corrects.
    version integer not null,
    replaces text references paper,
    -- The paper whose receipt this is.
    about text references paper,
    made_by text not null,
    made_at timestamptz not null,
    edited_by text not null,
    edited_at timestamptz not null,
    handed_in_by text,
    handed_in_at timestamptz,
    -- Why the leader sent it back.
    remarks text,
    signed_by text,
    signed_at timestamptz,
    number_year integer,
    number_serial integer,
    number text,
    delivered_how text,
    delivered_at timestamptz,
    receiver text,
    relation text,
    delivery_note text,
    delivered_by text,
    recorded_at timestamptz
);
create index paper_of_matter on paper (matter_id, made_at, id);
create index paper_open_of_unit on paper (unit_id, made_at desc, id desc) where state in ('DRAFT', 'HANDED_IN', 'SIGNED');
create unique index paper_numbered on paper (unit_id, kind, number_year, number_serial) where number_serial is not null;
-- A paper is corrected once; the correction can be corrected.
create unique index paper_corrected on paper (replaces) where replaces is not null;
create index paper_about on paper (about) where about is not null;
