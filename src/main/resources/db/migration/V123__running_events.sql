-- Large-scale events that go on: hardly ever any, and asked for by every open page of the town.
create index matter_running_event on matter (root_unit_id) where state in ('ALERTED', 'ON_SCENE');
