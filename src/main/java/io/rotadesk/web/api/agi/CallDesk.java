package io.rotadesk.web.api.agi;

import java.time.Instant;

/** What a dialplan's conversation needs from Rota Desk: the same as a phone system has over the REST API. */
interface CallDesk {

    /**
     * Where the call is now.
     *
     * @param extension of the phone to ring; null if there is none
     * @param until the end of the ring; null if somebody is to be connected without a limit
     * @param place what the dialplan does next
     */
    record Next(Place place, String extension, Instant until) {}

    /** What a dialplan does next. */
    enum Place {
        /** It rings this phone. */
        RING,
        /** The manager gave the call to somebody: it connects this phone. */
        CONNECT,
        /** Nobody is free yet: the caller waits. */
        WAIT,
        /** The call brings no new caller. */
        NO_CALLER,
        /** It is over. */
        OVER
    }

    /** @return whether the token is one of the unit */
    boolean mayPhone(String unit, String token);

    Next received(String unit, String callId, String from, String queue);

    Next now(String unit, String callId);

    /** @param extension null if it is not known */
    Next notAnswered(String unit, String callId, String extension);

    void answered(String unit, String callId, String extension);

    /** @param cause in the phone system's word; null for none */
    void hungUp(String unit, String callId, String cause);
}
