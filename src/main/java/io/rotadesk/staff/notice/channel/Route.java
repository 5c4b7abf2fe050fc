package io.rotadesk.staff.notice.channel;

import io.rotadesk.staff.notice.NoticeKind;

/**
 * One step of the way that a kind of notice takes.
 *
 * @param step from 1, in order
 * @param waitMinutes it is taken when nobody has read the notice this long after the step before; 0 for no waiting
 */
public record Route(NoticeKind kind, int step, long channelId, RouteMode mode, int waitMinutes, Addressed addressed) {}
