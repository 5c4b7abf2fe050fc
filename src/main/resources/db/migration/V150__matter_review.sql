-- A petitioner who does not agree with an answer asks the next level up for a review (复查), and after that once more (复核).
create table matter_review (
    id text primary key,
    matter_id text not null references matter,
    stage text not null check (stage in ('REVIEW', 'RECHECK')),
    state text not null,
    -- The unit that reviews, and the one whose answer or opinion it reviews.
    unit_id text not null references unit,
    of_unit text not null references unit,
    -- How often the matter had been reopened when the answer was given.
    round integer not null,
    -- The day on which the request came in, and the last day on which it could.
    asked_on date not null,
    ask_by date not null,
    -- Null once the petitioner is erased.
    request text,
    entered_by text not null,
    entered_at timestamptz not null,
    reviewer text,
    named_at timestamptz,
    -- The days of a hearing do not count; no end while it goes on.
    hearing_begins date,
    hearing_ends date,
    hearing_notes text,
    due_at timestamptz not null,
    reminded_of timestamptz,
    overdue_since timestamptz,
    outcome text,
    opinion text,
    written_by text,
    written_at timestamptz,
    sent_back_why text,
    signed_by text,
    signed_at timestamptz,
    told_how text,
    told_at timestamptz,
    told_by text,
    ended_at timestamptz
);
create index matter_review_of on matter_review (matter_id, entered_at);
create index matter_review_open on matter_review (unit_id, due_at) where ended_at is null;
-- One review of a matter at a time.
create unique index matter_review_one on matter_review (matter_id) where ended_at is null;
