create table notice (
    id         bigint generated always as identity primary key,
    unit_id    text        not null references unit,
    login      text        not null,
    kind       text        not null,
    subject    text        not null,
    words      text[]      not null,
    link       text,
    at         timestamptz not null,
    read_at    timestamptz,
    settled_at timestamptz
);
-- One notice a person and subject, until it is read or settled.
create unique index notice_open on notice (login, kind, unit_id, subject) where read_at is null and settled_at is null;
create index notice_of_subject on notice (unit_id, kind, subject) where settled_at is null;
create index notice_of_person on notice (login, id desc);
comment on table notice is 'What a person was told and whether they have read it; nothing of a customer but the last digits of a number.';
