-- What a phone system sends beside the number, and what of it could not be used.
alter table call_register
    add column caller_extension text,
    add column sent_id text,
    add column later_id text,
    add column phone_queue text,
    add column hang_up_cause text,
    add column sent_unusable text,
    add column has_legs boolean not null default false,
    add column offers integer not null default 0;
comment on column call_register.caller_extension is 'Behind a complete number: the extension of a switchboard.';
comment on column call_register.sent_id is 'The id as the phone system sent it, where it is not the id of the row.';
comment on column call_register.later_id is 'The id of the next call for which the phone system used the same id.';
comment on column call_register.sent_unusable is 'What was sent and could not be used, as it came.';
comment on column call_register.offers is 'At how many phones it has rung: the number of the offer.';

alter table visit_register
    add column visitor_extension text;
comment on column visit_register.visitor_extension is 'Behind a complete number: the extension of a switchboard.';

-- Calls that are no new callers: a further leg of a conversation, a call between our phones, a call that we make.
create table call_leg (
    unit_id text not null,
    leg_id text not null,
    kind text not null check (kind in ('SAME_CALLER', 'INTERNAL', 'OUTBOUND')),
    -- The conversation to which it belongs; null for none.
    call_id text,
    began_at timestamptz not null,
    -- The login at whose phone it was picked up.
    agent text,
    ended_at timestamptz,
    primary key (unit_id, leg_id)
);
create index call_leg_of_call on call_leg (unit_id, call_id) where call_id is not null and ended_at is null;
