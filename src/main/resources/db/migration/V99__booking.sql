create table booking (
    contact_kind text        not null,
    contact_id   text        not null,
    login        text        not null,
    from_at      timestamptz not null,
    until_at     timestamptz not null,
    primary key (contact_kind, contact_id)
);
create index booking_of_agent on booking (login);
comment on table booking is 'An agent is kept free for somebody who is expected; deleted when they have met or nobody comes.';
