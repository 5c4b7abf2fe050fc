package io.rotadesk.web.desk;

/** Published on this node when a stream has ended of which {@link StreamOpened} told. */
public record StreamEnded(String channel, String login) {}
