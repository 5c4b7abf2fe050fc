package io.rotadesk.staff.notice.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * A row of the outbox.
 *
 * @param login the person who gets the mail; null for a group
 * @param people those whom a group robot mentions
 * @param kind of the notice
 * @param link of the page where to act, from the root of the application; null if there is none
 * @param dueAt when it is sent, or tried again
 * @param tries how often it was sent, or tried
 * @param fails those of them that were the receiver's fault or the network's
 * @param triedAt last; null before
 * @param receiver the last digits of the number of a person outside; null for a message to staff
 * @param answer the receiver's last words; null before
 */
public record OutboxMessage(
        long id,
        String unitId,
        Long channelId,
        ChannelKind channelKind,
        String channelName,
        String login,
        List<String> people,
        String kind,
        int step,
        String subject,
        String text,
        String link,
        Instant writtenAt,
        Instant dueAt,
        State state,
        int tries,
        int fails,
        Instant triedAt,
        String answer,
        String receiver) {

    /** What has become of it. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        /** Somebody has to look: it was refused, or failed too often. */
        GIVEN_UP,
        /** It was read, or the thing was done, before it was sent. */
        NOT_NEEDED
    }

    static OutboxMessage of(ResultSet row, int nr) throws SQLException {
        long channel = row.getLong("channel_id");
        return new OutboxMessage(
                row.getLong("id"),
                row.getString("unit_id"),
                channel == 0 ? null : channel,
                ChannelKind.valueOf(row.getString("channel_kind")),
                row.getString("channel_name"),
                row.getString("login"),
                Rows.texts(row, "people"),
                row.getString("kind"),
                row.getInt("step"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("link"),
                Rows.instant(row, "written_at"),
                Rows.instant(row, "due_at"),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getInt("fails"),
                Rows.instant(row, "tried_at"),
                row.getString("answer"),
                row.getString("receiver"));
    }
}
