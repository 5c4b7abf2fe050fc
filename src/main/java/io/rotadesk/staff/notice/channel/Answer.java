package io.rotadesk.staff.notice.channel;

import io.rotadesk.platform.input.SafeText;
import java.time.Duration;

/**
 * What became of a message.
 *
 * @param said the receiver's own words, or what went wrong; never an address
 * @param pause how long nothing more may be sent; null if not known
 */
public record Answer(Outcome outcome, String said, Duration pause) {

    /** How a try ended. */
    public enum Outcome {
        ACCEPTED,
        /** Too many messages: nothing is wrong with this one. */
        LIMITED,
        /** It may work later. */
        FAILED,
        /** It would be refused again: somebody has to change the channel. */
        REFUSED
    }

    private static final int LONGEST = 300;

    public Answer {
        said = SafeText.shortened(said.replace('\0', ' '), LONGEST);
    }

    static Answer accepted(String said) {
        return new Answer(Outcome.ACCEPTED, said, null);
    }

    static Answer limited(String said, Duration pause) {
        return new Answer(Outcome.LIMITED, said, pause);
    }

    static Answer failed(String said) {
        return new Answer(Outcome.FAILED, said, null);
    }

    static Answer refused(String said) {
        return new Answer(Outcome.REFUSED, said, null);
    }
}
