-- The window at which a person receives, as the board and the voice in the hall name it.
create table hall_window (
    login text primary key,
    unit_id text not null,
    name text not null
);
create index hall_window_of_unit on hall_window (unit_id);
