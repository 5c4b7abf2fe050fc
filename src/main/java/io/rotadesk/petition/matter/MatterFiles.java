package io.rotadesk.petition.matter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads all data about a matter at once; the caller decides who may see it. */
@Repository
@Transactional(readOnly = true)
public class MatterFiles {

    private final Matters matters;
    private final MatterPlans plans;
    private final Extensions extensions;
    private final Transfers transfers;
    private final Coordination coordination;
    private final Instructions instructions;
    private final LargeScaleEvents events;
    private final MatterRounds rounds;
    private final MissedDeadlines missed;
    private final MatterTimeline timeline;
    private final JdbcClient db;

    MatterFiles(
            Matters matters,
            MatterPlans plans,
            Extensions extensions,
            Transfers transfers,
            Coordination coordination,
            Instructions instructions,
            LargeScaleEvents events,
            MatterRounds rounds,
            MissedDeadlines missed,
            MatterTimeline timeline,
            JdbcClient db) {
        this.matters = matters;
        this.plans = plans;
        this.extensions = extensions;
        this.transfers = transfers;
        this.coordination = coordination;
        this.instructions = instructions;
        this.events = events;
        this.rounds = rounds;
        this.missed = missed;
        this.timeline = timeline;
        this.db = db;
    }

    public MatterFile of(Matter matter) {
        MatterId id = matter.id();
        MatterId before = matter.joinedInto() != null ? matter.joinedInto() : matter.earlierId();
        return new MatterFile(
                matter,
                matters.materials(id),
                plans.all(id),
                extensions.all(id),
                transfers.all(id),
                coordination.all(id),
                instructions.all(id),
                events.allAlerts(id),
                events.lastScene(id).orElse(null),
                Optional.ofNullable(before).flatMap(matters::find).orElse(null),
                matters.repeatVisits(id),
                later(id),
                rounds.of(id),
                missed.of(id),
                timeline.of(id));
    }

    /** The matters by their ids; unknown ones are left out. */
    public Map<MatterId, Matter> byId(Collection<MatterId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : db
                        .sql("select * from matter where id = any (?)")
                        .param(ids.stream().map(MatterId::value).toArray(String[]::new))
                        .query(MatterRows.MATTERS)
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Matter::id, Function.identity()));
    }

    private List<Matter> later(MatterId id) {
        return db.sql("""
                        select * from matter where earlier_id = ? and joined_into is null and state <> 'NOT_RECEIVED'
                        order by opened_at, id
                        """).param(id.value()).query(MatterRows.MATTERS).list();
    }
}
