package io.rotadesk.leasing.call;

/** Tells whether a report with a known id is about the same call. */
final class KnownCall {

    private KnownCall() {}

    /** The same report again; else the phone system uses its id for another call. */
    static boolean isRepeat(Call known, SentCall sent, Caller caller) {
        boolean sameTime = sent.receivedAt() != null && sent.receivedAt().equals(known.receivedAt());
        return !isAnother(known.caller(), caller) && (sameTime || !isOver(known));
    }

    /** A number that is missing in one of the two reports does not count as another number. */
    private static boolean isAnother(Caller known, Caller sent) {
        if (known.phone() != null && sent.phone() != null) {
            return !known.phone().equals(sent.phone());
        }
        return known.number() != null
                && sent.number() != null
                && !known.number().equals(sent.number());
    }

    /** Whether nobody is on the line any more, as far as is known. */
    static boolean isOver(Call call) {
        return switch (call.state()) {
            case RECEIVED, RINGING, UNASSIGNED -> false;
            case ANSWERED -> call.talk().endedAt() != null;
            case MISSED, ABANDONED, OTHER, COVERED, REGISTERED -> true;
        };
    }
}
