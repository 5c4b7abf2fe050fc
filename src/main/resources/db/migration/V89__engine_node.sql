create sequence engine_node minvalue 0 maxvalue 1679615 start 0 cycle;
comment on sequence engine_node is 'Numbers the starts of nodes: a part of every id that the engine makes. Four digits of base 36, then from the beginning.';
