-- What went up to the manager and what came back (L3.7).
create table escalation (
    id                 text primary key,
    unit_id            text not null,
    kind               text not null check (kind in ('QUESTION')),
    asked_by           text not null,
    contact_kind       text,
    contact_id         text,
    question           text not null,
    asked_at           timestamptz not null,
    answer             text,
    answered_by        text,
    answered_at        timestamptz,
    reminded_at        timestamptz,
    deputy_told_at     timestamptz,
    handbook_version   int,
    relay_outcome      text check (relay_outcome in ('RELAYED', 'NOT_REACHED')),
    relay_tries        int not null default 0,
    relayed_at         timestamptz,
    closed_at          timestamptz
);
-- A form that is sent twice asks once.
create unique index escalation_once on escalation (unit_id, contact_kind, contact_id, md5(question))
    where contact_id is not null;
create index escalation_open on escalation (unit_id, asked_at) where closed_at is null;
create index escalation_of_contact on escalation (contact_id) where contact_id is not null;

-- Who was reminded of which task of a process, and who else was told of it.
create table task_reminder (
    id           bigint generated always as identity primary key,
    unit_id      text not null,
    process      text not null,
    business_key text,
    task         text not null,
    kind         text not null check (kind in ('REMINDED', 'DEPUTY_TOLD', 'MANAGER_TOLD')),
    told         text[] not null,
    at           timestamptz not null
);
create index task_reminder_of on task_reminder (unit_id, at);
