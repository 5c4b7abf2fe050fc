create table notice_channel (
    id         bigint generated always as identity primary key,
    unit_id    text        not null references unit,
    kind       text        not null,
    name       text        not null,
    address    bytea,
    secret     bytea,
    active     boolean     not null default true,
    made_by    text        not null,
    made_at    timestamptz not null,
    sends      timestamptz[] not null default '{}',
    free_at    timestamptz,
    busy_until timestamptz
);
create index notice_channel_of_unit on notice_channel (unit_id);
comment on table notice_channel is 'A way to reach people of a unit. Address and secret are sealed; sends are those of the last minute.';

create table notice_route (
    unit_id      text    not null references unit,
    kind         text    not null,
    step         int     not null,
    channel_id   bigint  not null references notice_channel on delete cascade,
    mode         text    not null,
    wait_minutes int     not null default 0,
    addressed    text    not null,
    primary key (unit_id, kind, step)
);
create index notice_route_of_channel on notice_route (channel_id);
comment on table notice_route is 'By which channels a kind of notice goes, one after the other.';

create table notice_hours (
    unit_id        text primary key references unit,
    quiet_from     time,
    quiet_to       time,
    digest_minutes int not null
);

create table notice_person (
    login      text primary key,
    mail       text,
    quiet_from time,
    quiet_to   time,
    kinds      text[] not null default '{}'
);
comment on table notice_person is 'Where and when a person wants to be reached, by their own choice. Goes when they leave.';

create table notice_message (
    id           bigint generated always as identity primary key,
    unit_id      text        not null,
    channel_id   bigint references notice_channel on delete set null,
    channel_kind text        not null,
    channel_name text        not null,
    login        text,
    people       text[]      not null default '{}',
    kind         text        not null,
    step         int         not null,
    subject      text        not null,
    text         text        not null,
    link         text,
    notices      bigint[]    not null,
    gathers      boolean     not null default false,
    quiet        boolean     not null default true,
    written_at   timestamptz not null,
    due_at       timestamptz not null,
    state        text        not null default 'WAITING',
    tries        int         not null default 0,
    fails        int         not null default 0,
    tried_at     timestamptz,
    answer       text
);
-- Several recipients of one thing get one message in a group, until it is tried.
create unique index notice_message_once on notice_message (channel_id, kind, step, subject, coalesce(login, ''))
    where state = 'WAITING' and tries = 0;
create index notice_message_due on notice_message (channel_id, due_at) where state = 'WAITING';
create index notice_message_sending on notice_message (tried_at) where state = 'SENDING';
create index notice_message_of_unit on notice_message (unit_id, id desc);
create index notice_message_of_state on notice_message (unit_id, state, id desc);
create index notice_message_of_channel on notice_message (channel_id, id desc);
create index notice_message_old on notice_message (written_at);
comment on table notice_message is 'The outbox: written in the transaction of the notice, sent after its commit. Nothing of a customer but last digits.';
