package io.rotadesk.web.desk;

/**
 * Published on this node when a browser begins to wait for a person's events, under a login that is valid.
 *
 * @param again whether it has connected again by itself
 */
public record StreamOpened(String channel, String login, boolean again) {}
