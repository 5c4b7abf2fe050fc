-- The sweep looks whether a process runs for every open matter: few, however many are closed.
create index matter_open on matter (ticket_id) where state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE');
