-- Agents who have hung up or said good-bye and still write down what it was about. The rota passes them over until then.
create table wrap_up (
  login text primary key,
  contact_kind text not null,
  contact_id text not null,
  until timestamptz not null
);
