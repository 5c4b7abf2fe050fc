-- How a matter is handled, until when, and how the petitioner was told (P4); the last one counts.
create table matter_plan (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    method text not null,
    deadline timestamptz not null,
    told_how text not null,
    told_at timestamptz not null,
    set_by text not null,
    set_at timestamptz not null
);
create index matter_plan_of on matter_plan (matter_id, id);

-- More time: asked for, decided by the leader, told again (P4).
create table matter_extension (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    reason text not null,
    asked_until timestamptz not null,
    asked_by text not null,
    asked_at timestamptz not null,
    decision text check (decision in ('APPROVED', 'REFUSED')),
    until timestamptz,
    remarks text,
    decided_by text,
    decided_at timestamptz,
    told_how text,
    told_at timestamptz,
    told_by text
);
create index matter_extension_of on matter_extension (matter_id, id);
create unique index matter_extension_open on matter_extension (matter_id) where decision is null;

-- The way to another unit: proposed, accepted there or refused, decided by the leader above (P1, P6).
create table matter_transfer (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    from_unit text not null,
    to_unit text not null,
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    answer text check (answer in ('ACCEPTED', 'REFUSED', 'DECIDED')),
    refusal_reason text,
    answered_by text,
    answered_at timestamptz,
    decided_unit text,
    decision_reason text,
    -- Who takes it over in the other unit.
    named text,
    moved_at timestamptz
);
create index matter_transfer_of on matter_transfer (matter_id, id);
create unique index matter_transfer_open on matter_transfer (matter_id) where answer is null;

-- What other units were asked, and what they said (P6).
create table matter_coordination (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    unit_id text not null,
    question text not null,
    asked_by text not null,
    asked_at timestamptz not null,
    nothing_to_do boolean,
    contribution text,
    answered_by text,
    answered_at timestamptz,
    ended_at timestamptz
);
create index matter_coordination_of on matter_coordination (matter_id, id);
create unique index matter_coordination_open on matter_coordination (matter_id, unit_id)
    where answered_at is null and ended_at is null;

-- What was reported to the superior, and the instruction that came back (P6).
create table matter_instruction (
    id bigint generated always as identity primary key,
    matter_id text not null references matter,
    to_unit text not null,
    report text not null,
    reported_by text not null,
    reported_at timestamptz not null,
    instruction text,
    instructed_by text,
    instructed_at timestamptz,
    read_by text,
    read_at timestamptz
);
create index matter_instruction_of on matter_instruction (matter_id, id);
