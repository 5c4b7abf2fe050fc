package io.rotadesk.leasing.call;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.register.Column;

/**
 * What the phone system sent about a call beside the number. All may be null.
 *
 * @param id as it was sent, where it is not the id of the call
 * @param laterId the id of the next call for which the phone system used the same id
 * @param queue of the phone system
 * @param cause the reason why the line became free, in the phone system's word
 * @param unusable what could not be used, as it came
 * @param hasLegs whether the phone system reported further legs of this call ({@link CallLegs})
 */
public record Sent(
        @Column("sent_id") String id,
        String laterId,
        @Column("phone_queue") String queue,
        @Column("hang_up_cause") String cause,
        @Column("sent_unusable") String unusable,
        boolean hasLegs) {

    static final Sent NOTHING = new Sent(null, null, null, null, null, false);

    private static final int LONGEST = 200;

    /** Several lines. */
    private static final int MOST_UNUSABLE = 1_000;

    static Sent of(CallKey key, SentCall call) {
        return new Sent(
                key.callId().equals(call.callId()) ? null : call.callId(),
                null,
                kept(call.queue()),
                null,
                kept(call.unusable(), MOST_UNUSABLE),
                false);
    }

    Sent followedBy(String later) {
        return new Sent(id, later, queue, cause, unusable, hasLegs);
    }

    Sent hungUpFor(String why) {
        return new Sent(id, laterId, queue, kept(why), unusable, hasLegs);
    }

    Sent withLegs() {
        return new Sent(id, laterId, queue, cause, unusable, true);
    }

    /** Behind what could not be used so far, until there is enough of it; the same is not said again. */
    Sent alsoUnusable(String more) {
        if (unusable != null && unusable.contains(more)) {
            return this;
        }
        String all = unusable == null ? more : unusable + "；" + more;
        return new Sent(id, laterId, queue, cause, kept(all, MOST_UNUSABLE), hasLegs);
    }

    private static String kept(String text) {
        return kept(text, LONGEST);
    }

    private static String kept(String text, int longest) {
        String clean = text == null ? null : SafeText.orNull(SafeText.cleaned(text));
        return clean == null ? null : SafeText.cut(clean, longest);
    }
}
