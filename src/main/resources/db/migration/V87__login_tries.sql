-- Wrong passwords of the last quarter of an hour: of a login from an address, of a login from anywhere (no address), of an
-- address with any login (an empty fingerprint). No login stands here in clear: people type passwords in its place.
create table login_try (
    login_hash   bytea       not null,
    address      text        not null,
    wrong        integer     not null,
    counts_until timestamptz not null,
    waits_until  timestamptz,
    primary key (login_hash, address)
);
create index login_try_counts_until on login_try (counts_until);
comment on table login_try is 'Wrong passwords, counted until they are forgotten; rows that count no more are deleted.';

create table login_desk (
    login_hash bytea       not null,
    address    text        not null,
    last_right timestamptz not null,
    primary key (login_hash, address)
);
comment on table login_desk is 'From where a login was right of late: from there it is let in while others guess.';
