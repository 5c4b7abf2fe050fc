-- Where a phone system's own list of calls says something else than the register.
create table call_difference (
    id bigint generated always as identity primary key,
    unit_id text not null,
    kind text not null check (kind in ('NEVER_ARRIVED', 'ANSWERED_ELSEWHERE', 'ANSWERED_NOT_HERE', 'NOT_ANSWERED_THERE',
        'RANG_TOO_LONG', 'NOT_LISTED')),
    at timestamptz not null,
    -- The id in the list, and the id of the call in our register.
    listed_id text,
    call_id text,
    -- The caller's number as the list writes it. The row goes when that person is erased.
    number text,
    -- The same in E.164, if it is valid.
    phone text,
    answered boolean,
    extension text,
    rang_for integer,
    found_at timestamptz not null,
    found_by text not null,
    settled_at timestamptz,
    settled_by text
);
-- The same list may be sent again.
create unique index call_difference_once on call_difference
    (unit_id, kind, at, coalesce(listed_id, ''), coalesce(call_id, ''), coalesce(number, ''), coalesce(extension, ''));
create index call_difference_open on call_difference (unit_id, at desc, id desc) where settled_at is null;
