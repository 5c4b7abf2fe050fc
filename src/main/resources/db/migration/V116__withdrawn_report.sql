-- The responsible person did not wait for the superior's instruction (P6); the reason is in the matter's history.
alter table matter_instruction add column withdrawn_by text, add column withdrawn_at timestamptz;
