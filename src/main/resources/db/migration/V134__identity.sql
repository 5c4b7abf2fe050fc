-- The identity of whoever brought a matter, as far as they said it; it goes when they are erased.
create table matter_identity (
    matter_id text primary key references matter,
    root_unit_id text not null,
    kind text not null check (kind in ('PERSON', 'COMPANY', 'ORGANISATION')),
    -- An identity card's number or a credit code, in capitals and without blanks.
    id_number text,
    address text
);
-- A number is looked for by its end.
create index matter_identity_by_end on matter_identity (root_unit_id, reverse(id_number) text_pattern_ops)
    where id_number is not null;

-- The people who speak for a group.
create table matter_representative (
    matter_id text not null references matter,
    place integer not null,
    name text not null,
    primary key (matter_id, place)
);
