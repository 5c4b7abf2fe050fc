package io.rotadesk.leasing.call;

import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remembers the ids of events, so that one that is sent again has no second effect. */
@Repository
class CallEvents {

    private final JdbcClient db;
    private final Clock clock;

    CallEvents(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return false if the event has come before */
    boolean first(CallKey call, String eventId) {
        return db.sql("""
                        insert into call_event (unit_id, call_id, event_id, at) values (:unit, :call, :event, :at)
                        on conflict do nothing
                        """)
                        .param("unit", call.unitId())
                        .param("call", call.callId())
                        .param("event", eventId)
                        .param("at", Timestamp.from(clock.instant()))
                        .update()
                == 1;
    }
}
