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

    /** The end of a leg that is still put through comes later than that of its conversation, but not much. */
    private static final Duration OUTLIVES_AT_MOST = Duration.ofMinutes(1);

    /**
     * One of them.
     *
     * @param callId of the conversation; null if there is none
     * @param agent the login at whose phone it was picked up; null for nobody's
     * @param beganAt null until it is added
     * @param endedAt null while it is on
     */
    record Leg(
            String unitId, String legId, LegKind kind, String callId, String agent, Instant beganAt, Instant endedAt) {

        static Leg found(CallKey id, LegKind kind, String callId) {
            return new Leg(id.unitId(), id.callId(), kind, callId, null, null, null);
        }

        boolean isNew() {
            return beganAt == null;
        }

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
     * The leg that is reported again or, if there is none, the leg that a call from this number would be. The id of a leg
     * that is over, or that has another number, is used for another call. A call that came before the conversation began, and is
     * reported late, is none of its legs.
     *
     * @param kind what the report itself says that it is; null for a call from outside
     */
    Optional<Leg> known(CallKey id, SentCall sent, Caller caller, LegKind kind) {
        return db.sql("""
            select unit_id, leg_id, kind, call_id, agent, began_at, ended_at from (
              select l.unit_id, leg_id, l.kind, l.call_id, l.agent, l.began_at, l.ended_at, 1 as place
              from call_leg l left join call_register c on c.unit_id = l.unit_id and c.call_id = l.call_id
              where l.unit_id = :unit and leg_id = :id
                and (l.began_at = cast(:received as timestamptz)
                  or l.ended_at is null and l.began_at >= :since
                    and (c.call_ended_at is null or c.call_ended_at >= :justNow))
                and (l.kind = cast(:kind as text) or cast(:number as text) is null
                  or l.kind = 'SAME_CALLER' and c.caller_phone = cast(:phone as text))
              union all
              select unit_id, cast(:id as text), 'SAME_CALLER', call_id, null, null, null, 2 from call_register
              where unit_id = :unit and caller_phone = cast(:phone as text) and state = 'ANSWERED'
                and source = 'PHONE_SYSTEM' and call_ended_at is null and received_at >= :since
                and (cast(:received as timestamptz) is null
                  or received_at <= cast(:received as timestamptz) + interval '1 minute')
                and call_id <> :id and sent_id is distinct from cast(:sent as text)) found
            order by place limit 1
            """)
                .param("unit", id.unitId())
                .param("id", id.callId())
                .param("sent", sent.callId())
                .param("received", sent.receivedAt() == null ? null : Timestamp.from(sent.receivedAt()))
                .param("kind", kind == null ? null : kind.name())
                .param("number", caller.number())
                .param("phone", caller.phone())
                .param("since", Timestamp.from(clock.instant().minus(TALKS_AT_MOST)))
                .param("justNow", Timestamp.from(clock.instant().minus(OUTLIVES_AT_MOST)))
                .query(Leg.class)
                .optional();
    }

    boolean exists(CallKey id) {
        return db.sql("select exists (select from call_leg where unit_id = :unit and leg_id = :id)")
                .param("unit", id.unitId())
                .param("id", id.callId())
                .query(Boolean.class)
                .single();
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

    /**
     * Adds it, in the place of an earlier one with its id.
     *
     * @param at when it began; null for now
     * @return false if it is known already
     */
    boolean add(Leg leg, Instant at) {
        return db.sql("""
            insert into call_leg (unit_id, leg_id, kind, call_id, began_at)
            values (:unit, :id, :kind, :call, :at)
            on conflict (unit_id, leg_id) do update set kind = excluded.kind, call_id = excluded.call_id,
              began_at = excluded.began_at, agent = null, ended_at = null
            where call_leg.ended_at is not null or call_leg.began_at < :since or call_leg.kind <> excluded.kind
              or call_leg.call_id is distinct from excluded.call_id
            """)
                        .param("unit", leg.unitId())
                        .param("id", leg.legId())
                        .param("kind", leg.kind().name())
                        .param("call", leg.callId())
                        .param("at", Timestamp.from(at == null ? clock.instant() : at))
                        .param("since", Timestamp.from(clock.instant().minus(TALKS_AT_MOST)))
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
