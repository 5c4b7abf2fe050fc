-- Who asked whose customer somebody is, when, and for what; kept for half a year.
create table customer_look_up (
    id bigint generated always as identity primary key,
    unit_id text not null,
    login text not null,
    at timestamptz not null,
    -- A name as it was typed, or a number of which only the last digits are left.
    asked text,
    -- The ids of the customers who were shown, in their order.
    shown bigint[] not null,
    -- The one of them who was named as the person on the phone or at the door.
    chosen bigint
);
create index customer_look_up_of_unit on customer_look_up (unit_id, at desc, id desc);
create index customer_look_up_by_person on customer_look_up (login, at);
