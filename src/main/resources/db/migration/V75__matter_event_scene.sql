-- Leaders who are alerted to a large-scale event, level by level (P5).
create table matter_alert (
    matter_id text not null references matter,
    unit_id text not null,
    alerted_at timestamptz not null,
    acknowledged_by text,
    acknowledged_at timestamptz,
    expected_at timestamptz,
    remarks text,
    primary key (matter_id, unit_id)
);

-- What was said and agreed on the scene, and how it went, looking back (P5).
create table matter_scene (
    matter_id text primary key references matter,
    leader text not null,
    arrived_at timestamptz not null,
    reply text not null,
    agreed text,
    recorded_at timestamptz not null,
    review text,
    follow_up boolean,
    reviewed_by text,
    reviewed_at timestamptz
);
