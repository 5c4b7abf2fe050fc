package io.rotadesk.web.desk;

/**
 * Published on this node when a stream has ended of which {@link StreamOpened} told.
 *
 * @param loggedOut whether the person has logged out, or their session is over
 */
public record StreamEnded(String channel, String login, boolean loggedOut) {}
