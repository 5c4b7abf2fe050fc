-- What people of a reception point look through.

-- Terms of matters that nobody has to do anything about any more; open ones are few. By the tree's parts of 28 days.
create index matter_search on matter using gin (search_terms(search_part(root_unit_id, opened_at, 28),
        array[petitioner_phone, number], array[petitioner_name]))
    with (gin_pending_list_limit = 256) where state not in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE');
drop index matter_name_characters;
-- Whom a person received, also in a repeat visit.
drop index matter_received_by_person;
create index matter_received_by_person on matter_event (who, unit_id, matter_id)
    where kind in ('RECEIVED', 'REPEAT_VISIT', 'REOPENED');
-- What a unit is asked to take over.
create index matter_transfer_asked on matter_transfer (to_unit) where answer is null;
-- Open matters.
create index matter_open_of_tree on matter (root_unit_id, opened_at desc, id desc)
    where state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE');
-- Matters that were late, open or not.
create index matter_was_overdue on matter (root_unit_id, opened_at desc, id desc) where overdue_since is not null;
-- What a month's summary is compiled from.
create index matter_of_tree_by_end on matter (root_unit_id, closed_at)
    where state not in ('WAITING', 'NOT_RECEIVED', 'JOINED');
create index matter_repeated on matter (root_unit_id, received_at) where state = 'JOINED';
-- Tickets of today and those left over from before.
create index ticket_open on ticket (unit_id, day) where ended_at is null;
