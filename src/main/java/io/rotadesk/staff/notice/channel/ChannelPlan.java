package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.NoticeKind;
import java.util.List;
import java.util.Map;

/**
 * All that a unit has set up.
 *
 * @param channels those that are active, by id
 */
record ChannelPlan(Map<Long, NoticeChannel> channels, List<Route> routes, UnitHours hours) {

    /** The steps of a kind that can be taken, in order. */
    List<Route> of(NoticeKind kind) {
        return routes.stream()
                .filter(route -> route.kind() == kind && channels.containsKey(route.channelId()))
                .toList();
    }

    List<NoticeChannel> mail() {
        return channels.values().stream()
                .filter(channel -> channel.kind() == ChannelKind.MAIL)
                .limit(1)
                .toList();
    }
}
