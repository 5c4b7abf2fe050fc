package io.rotadesk.staff.notice.channel;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands out messages that are due, and records what became of them. A channel is with one node at a time: its row is held
 * while messages are chosen, and marked as busy while they are under way. No row is held while a receiver is spoken to.
 */
@Repository
@Transactional
class Outbox {

    /** How long after a failure a message is tried again. After the last one it is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2));

    /** A minute and a little, since not every message takes the same time to arrive. */
    static final Duration WINDOW = Duration.ofSeconds(63);

    /** Between two messages of a channel. What is written meanwhile goes together. */
    static final Duration GAP = Duration.ofSeconds(1);

    /** Longer than any try takes: after it, the node that tried is taken for dead. */
    static final Duration BUSY = Duration.ofMinutes(2);

    private static final Duration USUAL_PAUSE = Duration.ofMinutes(1);
    private static final Duration TOO_OLD = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MOST_TOGETHER = 100;

    private final JdbcClient db;
    private final Troubles troubles;
    private final Units units;
    private final Channels channels;
    private final ObjectProvider<OutsideReceivers> outside;
    private final Clock clock;

    Outbox(
            JdbcClient db,
            Troubles troubles,
            Units units,
            Channels channels,
            ObjectProvider<OutsideReceivers> outside,
            Clock clock) {
        this.outside = outside;
        this.db = db;
        this.troubles = troubles;
        this.units = units;
        this.channels = channels;
        this.clock = clock;
    }

    /**
     * A channel that nobody else holds.
     *
     * @param notBefore until when its service should be left alone; null if it may send now
     */
    private record Free(long id, ChannelKind kind, String unitId, Instant notBefore) {}

    /** The outcome of a look into the outbox: {@code parcel} is null when messages were only put aside. */
    record Claim(Parcel parcel) {}

    /** @return empty when nothing is due that may be sent */
    Optional<Claim> claim() {
        return free().map(channel -> new Claim(channel.notBefore() == null ? take(channel) : wait(channel)));
    }

    private Optional<Free> free() {
        return db.sql("""
                        select c.id, c.kind, c.unit_id,
                          (select c.sends[array_length(c.sends, 1) - l.most + 1]
                           from (values ('WECOM', :wecom), ('DINGTALK', :dingtalk), ('FEISHU', :feishu),
                             ('WEBHOOK', :webhook), ('GATEWAY', :gateway), ('MAIL', :mail)) as l(kind, most)
                           where l.kind = c.kind and array_length(c.sends, 1) >= l.most) as oldest
                        from notice_channel c
                        where c.active and (c.busy_until is null or c.busy_until <= :now)
                          and (c.free_at is null or c.free_at <= :now)
                          and exists (select from notice_message m
                            where m.channel_id = c.id and m.state = 'WAITING' and m.due_at <= :now)
                        order by c.free_at nulls first, c.id
                        limit 1
                        for no key update of c skip locked
                        """)
                .param("wecom", ChannelKind.WECOM.perMinute())
                .param("dingtalk", ChannelKind.DINGTALK.perMinute())
                .param("feishu", ChannelKind.FEISHU.perMinute())
                .param("webhook", ChannelKind.WEBHOOK.perMinute())
                .param("gateway", ChannelKind.GATEWAY.perMinute())
                .param("mail", ChannelKind.MAIL.perMinute())
                .param("now", now())
                .query((row, nr) -> {
                    ChannelKind kind = ChannelKind.valueOf(row.getString("kind"));
                    return new Free(
                            row.getLong("id"),
                            kind,
                            row.getString("unit_id"),
                            notBefore(kind, row.getLong("id"), Rows.instant(row, "oldest")));
                })
                .optional();
    }

    /** @param oldest of the messages of the last minute that the service's limit counts; null if it is not reached */
    private Instant notBefore(ChannelKind kind, long channelId, Instant oldest) {
        Instant now = clock.instant();
        if (oldest != null && oldest.plus(WINDOW).isAfter(now)) {
            return oldest.plus(WINDOW);
        }
        Instant quiet = kind == ChannelKind.FEISHU ? CrowdedMoments.notIn(now, channelId) : now;
        return quiet.isAfter(now) ? quiet : null;
    }

    private Parcel wait(Free channel) {
        free(channel.id(), channel.notBefore());
        return null;
    }

    private void free(long channelId, Instant from) {
        db.sql("update notice_channel set free_at = :free where id = :id")
                .param("free", Timestamp.from(from))
                .param("id", channelId)
                .update();
    }

    private Parcel take(Free channel) {
        dropUnneeded(channel.id());
        List<OutboxMessage> due = due(channel.id());
        if (due.isEmpty()) {
            // All were dropped, or somebody adds to them just now.
            free(channel.id(), clock.instant().plus(GAP));
            return null;
        }
        String login = due.get(0).login();
        Long[] ids = due.stream().map(OutboxMessage::id).toArray(Long[]::new);
        db.sql("update notice_message set state = 'SENDING', tries = tries + 1, tried_at = :now where id = any (:ids)")
                .param("now", now())
                .param("ids", ids)
                .update();
        db.sql("""
                        update notice_channel set busy_until = :busy, free_at = :free,
                          sends = array(select s from unnest(sends) s where s > :old order by s) || cast(:now as timestamptz)
                        where id = :id
                        """)
                .param("busy", Timestamp.from(clock.instant().plus(BUSY)))
                .param("free", Timestamp.from(clock.instant().plus(GAP)))
                .param("old", Timestamp.from(clock.instant().minus(WINDOW)))
                .param("now", now())
                .param("id", channel.id())
                .update();
        return new Parcel(channel.id(), channel.kind(), channel.unitId(), login, due);
    }

    /** A message of which every notice was read, or whose thing is done. One that somebody adds to is left alone. */
    private void dropUnneeded(long channelId) {
        db.sql("""
                        update notice_message set state = 'NOT_NEEDED' where id in (
                          select id from notice_message m
                          where channel_id = :channel and state = 'WAITING' and due_at <= :now and receiver is null
                            and not exists (select from notice n
                              where n.id = any (m.notices) and n.read_at is null and n.settled_at is null)
                          for update skip locked)
                        """).param("channel", channelId).param("now", now()).update();
    }

    /** What is due for the receiver who has waited longest; what gathers goes with it. Each message to a petitioner goes alone. */
    private List<OutboxMessage> due(long channelId) {
        return db.sql("""
                        select * from notice_message m
                        where channel_id = :channel and state = 'WAITING' and (due_at <= :now or gathers and tries = 0)
                          and coalesce(login, case when receiver is not null then id::text end, '') = (
                            select coalesce(login, case when receiver is not null then id::text end, '') from notice_message
                            where channel_id = :channel and state = 'WAITING' and due_at <= :now
                            order by due_at, id limit 1)
                          and (receiver is not null or exists (select from notice n
                            where n.id = any (m.notices) and n.read_at is null and n.settled_at is null))
                        order by id limit :most
                        for update of m skip locked
                        """)
                .param("channel", channelId)
                .param("now", now())
                .param("most", MOST_TOGETHER)
                .query(OutboxMessage::of)
                .list();
    }

    /** @return false when the channel may not send now, because of its service's limit */
    boolean countTest(NoticeChannel channel) {
        return db.sql("""
                                update notice_channel set
                                  sends = array(select s from unnest(sends) s where s > :old order by s) || cast(:now as timestamptz)
                                where id = :id and (free_at is null or free_at <= :soon)
                                  and (select count(*) from unnest(sends) s where s > :old) < :most
                                """)
                        .param("old", Timestamp.from(clock.instant().minus(WINDOW)))
                        .param("now", now())
                        .param("soon", Timestamp.from(clock.instant().plus(GAP)))
                        .param("id", channel.id())
                        .param("most", channel.kind().perMinute())
                        .update()
                > 0;
    }

    /** Records what the receiver answered. */
    void answered(Parcel parcel, Answer answer) {
        Duration pause = answer.pause() == null ? USUAL_PAUSE : answer.pause();
        boolean limited = answer.outcome() == Answer.Outcome.LIMITED;
        db.sql("update notice_channel set busy_until = null, free_at = coalesce(:free, free_at) where id = :id")
                .param("free", limited ? Timestamp.from(clock.instant().plus(pause)) : null, java.sql.Types.TIMESTAMP)
                .param("id", parcel.channelId())
                .update();
        boolean givenUp = false;
        for (OutboxMessage message : parcel.messages()) {
            OutboxMessage.State state = stateAfter(message, answer.outcome());
            givenUp |= state == OutboxMessage.State.GIVEN_UP;
            record(message, state, answer, limited ? pause : pauseAfter(message));
            if (message.receiver() != null && state != OutboxMessage.State.WAITING) {
                outside.ifAvailable(receivers -> receivers.answered(
                        message.subject(), message.kind(), message.receiver(), state == OutboxMessage.State.SENT));
            }
        }
        if (givenUp) {
            troubles.note(
                    parcel.unitId(),
                    "notice-channel",
                    parcel.kind().name(),
                    TroubleKind.MESSAGE_GIVEN_UP,
                    String.valueOf(parcel.channelId()));
        }
    }

    /** The person outside does not want it any more. */
    void notNeeded(Parcel parcel) {
        db.sql("update notice_channel set busy_until = null where id = :id")
                .param("id", parcel.channelId())
                .update();
        db.sql(
                        "update notice_message set state = 'NOT_NEEDED', tries = tries - 1 where id = any (:ids) and state = 'SENDING'")
                .param("ids", parcel.messages().stream().map(OutboxMessage::id).toArray(Long[]::new))
                .update();
    }

    private OutboxMessage.State stateAfter(OutboxMessage message, Answer.Outcome outcome) {
        return switch (outcome) {
            case ACCEPTED -> OutboxMessage.State.SENT;
            case REFUSED -> OutboxMessage.State.GIVEN_UP;
            case FAILED -> message.fails() < PAUSES.size() ? OutboxMessage.State.WAITING : OutboxMessage.State.GIVEN_UP;
            case LIMITED ->
                message.writtenAt().plus(TOO_OLD).isAfter(clock.instant())
                        ? OutboxMessage.State.WAITING
                        : OutboxMessage.State.GIVEN_UP;
        };
    }

    private static Duration pauseAfter(OutboxMessage message) {
        return PAUSES.get(Math.min(message.fails(), PAUSES.size() - 1));
    }

    private void record(OutboxMessage message, OutboxMessage.State state, Answer answer, Duration pause) {
        Instant again = clock.instant().plus(pause);
        db.sql("""
                        update notice_message set state = :state, answer = :answer, fails = fails + :failed,
                          due_at = case when :state = 'WAITING' then :again else due_at end
                        where id = :id and state = 'SENDING'
                        """)
                .param("state", state.name())
                .param("answer", answer.said())
                .param("failed", answer.outcome() == Answer.Outcome.FAILED ? 1 : 0)
                .param("again", Timestamp.from(awake(message, again)))
                .param("id", message.id())
                .update();
    }

    /** A try that would fall into the unit's quiet hours comes after them, unless the message may disturb. */
    private Instant awake(OutboxMessage message, Instant time) {
        boolean quiet = db.sql("select quiet from notice_message where id = :id")
                .param("id", message.id())
                .query(Boolean.class)
                .single();
        return quiet && units.find(message.unitId()).isPresent()
                ? channels.hours(message.unitId())
                        .quiet()
                        .notBefore(time, units.get(message.unitId()).settings().zone())
                : time;
    }

    /** @return when the next message can be sent; empty when none waits */
    @Transactional(readOnly = true)
    Optional<Instant> nextDue() {
        return db.sql("""
                        select min(greatest(m.due_at, c.free_at, c.busy_until)) as at
                        from notice_message m join notice_channel c on c.id = m.channel_id
                        where m.state = 'WAITING' and c.active
                        """)
                .query((row, nr) -> Optional.ofNullable(Rows.instant(row, "at")))
                .single();
    }

    /** Takes up what a node that died had begun, and forgets what is old. */
    void tidy() {
        db.sql("update notice_message set state = 'WAITING', due_at = :now where state = 'SENDING' and tried_at < :old")
                .param("now", now())
                .param("old", Timestamp.from(clock.instant().minus(BUSY)))
                .update();
        db.sql("delete from notice_message where written_at < :old and state not in ('WAITING', 'SENDING')")
                .param("old", Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
