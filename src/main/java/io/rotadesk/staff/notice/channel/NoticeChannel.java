package io.rotadesk.staff.notice.channel;

import java.time.Instant;

/**
 * A way to reach people of a unit. Its address and its secret are never shown again once they are stored.
 *
 * @param host where its messages go; null for mail
 * @param active whether messages are sent by it
 */
public record NoticeChannel(
        long id,
        String unitId,
        ChannelKind kind,
        String name,
        String host,
        boolean active,
        String madeBy,
        Instant madeAt) {}
