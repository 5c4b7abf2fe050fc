-- Who put a deployment of models in force: the engine keeps its time and its name, and nobody's login.
create table model_deployment (
    deployment_id text primary key,
    deployed_by   text not null,
    deployed_at   timestamptz not null
);
