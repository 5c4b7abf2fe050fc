package io.rotadesk.web.api.agi;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The FastAGI server.
 *
 * @param port 0 to do without one
 * @param address at which it listens: Asterisk usually runs on the same computer
 * @param technology of the phones, as Dial names it
 * @param connections as many calls may be under way; more are turned away, and the dialplan goes on by itself
 * @param waiting how long a caller for whom nobody is free is kept before the dialplan goes on by itself
 * @param pause until it is asked again whether somebody is free for a caller who waits
 */
@ConfigurationProperties("rotadesk.agi")
record AgiSettings(
        @DefaultValue("0") int port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("PJSIP") String technology,
        @DefaultValue("100") int connections,
        @DefaultValue("2m") Duration waiting,
        @DefaultValue("2s") Duration pause) {}
