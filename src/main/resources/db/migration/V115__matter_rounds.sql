-- What was answered each time a matter was closed, once its petitioner came back with it (P4, P6, P7).
create table matter_round (
    matter_id text not null references matter,
    -- From 1; the round under way is the matter itself.
    round integer not null,
    unit_id text not null,
    responsible text,
    begun_at timestamptz not null,
    -- Null where only the history of a matter told of the round; so are outcome and satisfied.
    grade text,
    due_at timestamptz,
    overdue_since timestamptz,
    reply text,
    reply_told_how text,
    reply_told_at timestamptz,
    satisfied boolean,
    outcome text,
    closed_at timestamptz not null,
    closed_by text,
    primary key (matter_id, round)
);

-- Until now the answer was lost when the matter was reopened. The history still has its words.
insert into matter_round (matter_id, round, unit_id, responsible, begun_at, reply, closed_at, closed_by)
select m.id, o.round, m.unit_id, c.who, coalesce(o.before, m.received_at, m.opened_at),
  (select r.text from matter_event r where r.matter_id = m.id and r.kind in ('REPLIED', 'SETTLED_ON_THE_SPOT')
     and r.at <= o.at and (o.before is null or r.at >= o.before) order by r.id desc limit 1),
  c.at, c.who
from (select matter_id, at, row_number() over (partition by matter_id order by id) as round,
        lag(at) over (partition by matter_id order by id) as before
      from matter_event where kind = 'REOPENED') o
join matter m on m.id = o.matter_id
cross join lateral (select at, who from matter_event where matter_id = m.id and kind = 'CLOSED' and at <= o.at
                    order by id desc limit 1) c;
