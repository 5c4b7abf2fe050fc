-- A covered call is corrected too: what its entry was before. Null for other entries, and once the person is erased.
alter table entry_version add column cover_answer text;
alter table entry_version add column call_back_number text;
