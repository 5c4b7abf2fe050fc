package io.rotadesk.leasing.call;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Calls that bring no new caller: they take no turn and ring nowhere, and belong to a conversation if there is one. */
@Repository
class CallLegs {

    /** A conversation that began longer ago may be one whose end was never reported. */
    private static final Duration TALKS_AT_MOST = Duration.ofHours(1);

    /**
     * One of them.
     *
     * @param callId of the conversation; null if there is none
     * @param agent the login at whose phone it was picked up; null for nobody's
     * @param endedAt null while it is on
     */
    record Leg(String unitId, String legId, LegKind kind, String callId, String agent, Instant endedAt) {

        Optional<CallKey> conversation() {
            return Optional.ofNullable(callId).map(id -> new CallKey(unitId, id));
        }
    }

    private final JdbcClient db;
    private final Clock clock;

    CallLegs(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * The leg with this id or, if there is none, the leg that a call from this number would be.
     *
     * @param phone E.164; null for none
     */
    Optional<Leg> known(CallKey id, String sentId, String phone) {
        return db.sql("""
            select unit_id, leg_id, kind, call_id, agent, ended_at from (
              select unit_id, leg_id, kind, call_id, agent, ended_at, 1 as place from call_leg
              where unit_id = :unit and leg_id = :id
              union all
              select unit_id, cast(:id as text), 'SAME_CALLER', call_id, null, null, 2 from call_register
              where unit_id = :unit and caller_phone = cast(:phone as text) and state = 'ANSWERED'
                and source = 'PHONE_SYSTEM' and call_ended_at is null and received_at >= :since
                and call_id <> :id and sent_id is distinct from cast(:sent as text)) found
            order by place limit 1
            """)
                .param("unit", id.unitId())
                .param("id", id.callId())
                .param("sent", sentId)
                .param("phone", phone)
                .param("since", Timestamp.from(clock.instant().minus(TALKS_AT_MOST)))
                .query(Leg.class)
                .optional();
    }

    Optional<Leg> find(CallKey id) {
        return db.sql("select * from call_leg where unit_id = :unit and leg_id = :id for update")
                .param("unit", id.unitId())
                .param("id", id.callId())
                .query(Leg.class)
                .optional();
    }

    /** The conversation that the agent has now, by telephone. */
    Optional<String> conversationOf(String unitId, String agent) {
        return db.sql("""
            select call_id from call_register
            where unit_id = :unit and agent = :agent and state = 'ANSWERED' and call_ended_at is null
              and received_at >= :since
            order by received_at desc limit 1
            """)
                .param("unit", unitId)
                .param("agent", agent)
                .param("since", Timestamp.from(clock.instant().minus(TALKS_AT_MOST)))
                .query(String.class)
                .optional();
    }

    /** @return false if it is known already */
    boolean add(CallKey id, LegKind kind, String callId) {
        return db.sql("""
            insert into call_leg (unit_id, leg_id, kind, call_id, began_at)
            values (:unit, :id, :kind, :call, :now) on conflict do nothing
            """)
                        .param("unit", id.unitId())
                        .param("id", id.callId())
                        .param("kind", kind.name())
                        .param("call", callId)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }

    void pickedUp(Leg leg, String agent) {
        db.sql("update call_leg set agent = :agent where unit_id = :unit and leg_id = :id")
                .param("agent", agent)
                .param("unit", leg.unitId())
                .param("id", leg.legId())
                .update();
    }

    void ended(Leg leg) {
        db.sql("update call_leg set ended_at = :now where unit_id = :unit and leg_id = :id and ended_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("unit", leg.unitId())
                .param("id", leg.legId())
                .update();
    }

    /** The legs of a conversation that somebody picked up and that are on, newest first. */
    List<Leg> on(CallKey call) {
        return db.sql("""
            select * from call_leg
            where unit_id = :unit and call_id = :call and ended_at is null and agent is not null
            order by began_at desc
            """)
                .param("unit", call.unitId())
                .param("call", call.callId())
                .query(Leg.class)
                .list();
    }
}
