-- The unit from above whose leader goes to the scene instead of a leader who did not answer (P5).
alter table matter_alert add column taken_over_by text;
