-- The code with which a petitioner looks their matter up. Neither the code nor anything from which it follows stands here in
-- clear: it is computed from the salt and a key, and found by a fingerprint made with the key.
create table matter_code (
    matter_id text primary key references matter,
    salt bytea not null,
    -- The fingerprint of the key: with another key the matter gets another code.
    key_id bytea not null,
    code_hash bytea not null unique,
    made_at timestamptz not null
);
comment on table matter_code is 'Made when it is first asked for; removed when the petitioner is erased.';

-- The key of an installation that has configured none. A copy of the database then gives the codes away.
create table enquiry_key (
    the_one boolean primary key default true check (the_one),
    key bytea not null
);
insert into enquiry_key (key)
values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

-- What petitioners say of the unit that received them and of the one that handled the matter, once for each round.
create table matter_rating (
    matter_id text not null references matter,
    -- How often the matter had been taken up again by then.
    round integer not null,
    centre_id text not null,
    centre text not null check (centre in ('SATISFIED', 'FAIRLY', 'DISSATISFIED')),
    unit_id text not null,
    handling text not null check (handling in ('SATISFIED', 'FAIRLY', 'DISSATISFIED')),
    -- In the petitioner's words; null if there is none, or the person was erased.
    reason text,
    rated_at timestamptz not null,
    primary key (matter_id, round)
);
create index matter_rating_of_unit on matter_rating (unit_id, rated_at);
create index matter_rating_of_centre on matter_rating (centre_id, rated_at);
