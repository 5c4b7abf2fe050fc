package io.rotadesk.staff.notice.channel;

import java.util.List;

/**
 * What one channel sends at one time to one receiver.
 *
 * @param login the person who gets the mail; null for a group
 */
record Parcel(long channelId, ChannelKind kind, String unitId, String login, List<OutboxMessage> messages) {

    /** Whether it goes to a person outside, who has no login. */
    boolean isOutside() {
        return kind == ChannelKind.GATEWAY;
    }
}
