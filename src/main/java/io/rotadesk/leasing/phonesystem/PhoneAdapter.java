package io.rotadesk.leasing.phonesystem;

import java.util.List;

/** Maps what one kind of phone system sends to calls and events. Knows nothing but the message. */
interface PhoneAdapter {

    /** The name in the address, in small letters. */
    String name();

    /**
     * What the message reports about one call, in order; empty if it is about nothing that concerns us. Of a call that is over the end
     * comes first, and an answer before that follows with its time.
     *
     * @throws UnreadableMessageException if it is not of this system
     */
    List<CallReport> read(PhoneMessage message);

    /** Whether no two calls ever have one id, so that what comes with a known id is never a new caller. */
    default boolean idsAreUnique() {
        return true;
    }

    /** What the system wants to hear when a message was taken: JSON. */
    default String accepted() {
        return "{}";
    }
}
