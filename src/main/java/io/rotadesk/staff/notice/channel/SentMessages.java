package io.rotadesk.staff.notice.channel;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What was sent, to whom, and with what result. */
@Repository
@Transactional
public class SentMessages {

    private final JdbcClient db;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    SentMessages(JdbcClient db, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.clock = clock;
        this.events = events;
    }

    /**
     * The unit's messages, latest first.
     *
     * @param state null for all
     * @param channelId null for all
     * @param before the id of the last message on the page before; null for the first page
     */
    @Transactional(readOnly = true)
    public List<OutboxMessage> of(String unitId, OutboxMessage.State state, Long channelId, Long before, int atMost) {
        var query = db.sql("select * from notice_message where unit_id = :unit"
                        + (state == null ? "" : " and state = :state")
                        + (channelId == null ? "" : " and channel_id = :channel")
                        + (before == null ? "" : " and id < :before")
                        + " order by id desc limit :most")
                .param("unit", unitId)
                .param("most", atMost);
        query = state == null ? query : query.param("state", state.name());
        query = channelId == null ? query : query.param("channel", channelId);
        query = before == null ? query : query.param("before", before);
        return query.query(OutboxMessage::of).list();
    }

    /** @return the number of messages that were given up, counted up to the limit */
    @Transactional(readOnly = true)
    public int givenUp(String unitId, int atMost) {
        return db.sql("""
                        select count(*) from (select from notice_message
                          where unit_id = :unit and state = 'GIVEN_UP' limit :most) as counted
                        """)
                .param("unit", unitId)
                .param("most", atMost)
                .query(Integer.class)
                .single();
    }

    /**
     * Sends a message again that was given up, if somebody has still not read what it says.
     *
     * @return false if the unit has no such message, or its channel is gone or off
     */
    public boolean again(String unitId, long id) {
        int changed = db.sql("""
                        update notice_message m set state = 'WAITING', fails = 0, due_at = :now
                        where m.id = :id and m.unit_id = :unit and m.state = 'GIVEN_UP'
                          and exists (select from notice_channel c where c.id = m.channel_id and c.active)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .param("unit", unitId)
                .update();
        if (changed > 0) {
            events.publishEvent(new OutboxWritten());
        }
        return changed > 0;
    }
}
