-- What the engine's identity service does not keep about a user.
create table account (
    login                text primary key,
    must_change_password boolean     not null default false,
    closed               boolean     not null default false,
    -- Raised by everything that must end the sessions of the account; a session remembers the value it began with.
    epoch                integer     not null default 0,
    changed              timestamptz not null
);
comment on table account is 'State of a login beside the engine''s user: first password, closed, sessions that must end.';

create table invitation (
    token_hash bytea primary key,
    login      text        not null references account on delete cascade,
    expires    timestamptz not null,
    used       timestamptz
);
create index invitation_login on invitation (login);
comment on table invitation is 'Links with which a person sets a first password; the link holds the token, this table its SHA-256.';

create table api_token (
    id        bigint generated always as identity primary key,
    hash      bytea       not null unique,
    name      text        not null,
    unit_id   text        not null,
    created   timestamptz not null,
    last_used timestamptz,
    revoked   timestamptz
);
create index api_token_unit on api_token (unit_id);
comment on table api_token is 'Tokens of phone systems, as SHA-256; each speaks for one unit.';
