package io.rotadesk.staff.notice.channel;

/** When a message goes. */
public enum RouteMode {
    /** At once, or at the end of the quiet hours. */
    AT_ONCE,
    /** Together with others, at the end of the unit's time for gathering. */
    DIGEST,
    /** At once, in quiet hours too. */
    ALWAYS
}
