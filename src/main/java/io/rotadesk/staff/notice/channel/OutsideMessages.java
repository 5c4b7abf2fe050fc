package io.rotadesk.staff.notice.channel;

import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to people outside, who have no login, by the gateway of a unit or of the nearest one above it that has one. They go through the
 * outbox as those to staff do, in the unit's hours.
 */
@Service
@Transactional
public class OutsideMessages {

    private final Channels channels;
    private final Units units;
    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OutsideMessages(Channels channels, Units units, JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.channels = channels;
        this.units = units;
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a message. One of the same kind and subject that has not been tried yet is replaced.
     *
     * @param subject by which {@link OutsideReceivers} finds the number when it is sent
     * @param number of which the outbox keeps the last digits
     * @param link from the root of the application
     * @return false if no unit has a gateway
     */
    public boolean write(String unitId, String kind, String subject, String number, String text, String link) {
        Optional<NoticeChannel> gateway = gateway(unitId);
        gateway.ifPresent(channel -> {
            Instant now = clock.instant();
            Unit owner = units.get(channel.unitId());
            Instant due = channels.plan(owner.id())
                    .hours()
                    .quiet()
                    .notBefore(now, owner.settings().zone());
            db.sql("""
                            insert into notice_message (unit_id, channel_id, channel_kind, channel_name, kind, step, subject,
                              text, link, notices, written_at, due_at, receiver)
                            values (:unit, :channel, :channelKind, :channelName, :kind, 0, :subject, :text, :link, '{}',
                              :now, :due, :receiver)
                            on conflict (channel_id, kind, step, subject, coalesce(login, ''))
                              where state = 'WAITING' and tries = 0
                            do update set text = excluded.text, receiver = excluded.receiver
                            """)
                    .param("unit", owner.id())
                    .param("channel", channel.id())
                    .param("channelKind", channel.kind().name())
                    .param("channelName", channel.name())
                    .param("kind", kind)
                    .param("subject", subject)
                    .param("text", text)
                    .param("link", link)
                    .param("now", Timestamp.from(now))
                    .param("due", Timestamp.from(due))
                    .param("receiver", PhoneNumbers.masked(number))
                    .update();
            events.publishEvent(new OutboxWritten());
        });
        return gateway.isPresent();
    }

    /** Whether the unit, or one above it, has a gateway that is on. */
    @Transactional(readOnly = true)
    public boolean reach(String unitId) {
        return gateway(unitId).isPresent();
    }

    private Optional<NoticeChannel> gateway(String unitId) {
        return Stream.concat(Stream.of(unitId), units.above(unitId).stream().map(Unit::id))
                .flatMap(unit -> channels.plan(unit).channels().values().stream())
                .filter(channel -> channel.kind() == ChannelKind.GATEWAY)
                .findFirst();
    }

    /** Nothing more is sent about these subjects, and the last digits are taken out of what was. */
    public void forget(Collection<String> subjects) {
        db.sql("""
                        update notice_message set receiver = '…', answer = null,
                          state = case when state = 'WAITING' then 'NOT_NEEDED' else state end
                        where channel_kind = 'GATEWAY' and subject = any (?)
                        """).param(subjects.toArray(String[]::new)).update();
    }
}
