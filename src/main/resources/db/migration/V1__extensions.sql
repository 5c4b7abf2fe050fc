-- The first migration: Flyway makes the schema, the modules add their tables with migrations of their own.
comment on schema rotadesk is 'Rota Desk: rota, registers, customers, handbook. The process engine keeps its own tables in public.';
