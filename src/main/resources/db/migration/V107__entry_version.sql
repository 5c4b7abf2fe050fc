-- An entry of a register as it was before somebody corrected it; the register itself has the present version.
create table entry_version (
    unit_id text not null references unit,
    contact_kind text not null,
    contact_id text not null,
    -- From 1 for the first version.
    number integer not null,
    -- The texts, null where the entry had none, and once the person is erased.
    customer_name text,
    customer_phone text,
    media_source text,
    interests text,
    floor_area numeric,
    trade_type text,
    budget text,
    move_in_date date,
    remarks text,
    intent text,
    objections text,
    next_step text,
    note_who text,
    note_about text,
    note_for text,
    written_by text,
    written_at timestamptz,
    replaced_by text not null,
    replaced_at timestamptz not null,
    reason text,
    primary key (contact_kind, contact_id, number)
);
create index entry_version_of_unit on entry_version (unit_id);
