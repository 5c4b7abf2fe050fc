package io.rotadesk.petition.matter;

/**
 * A matter with which somebody may have come before.
 *
 * @param by what it was recognised by; the surest, if there are several
 */
public record EarlierMatter(Matter matter, Sign by) {

    /** What an earlier matter is recognised by, the surest first. */
    public enum Sign {
        /** Its number was named at the registration. */
        NUMBER,
        /** The number of the identity card, or of the company, is the same. */
        IDENTITY,
        /** The phone number is the same. */
        PHONE,
        /** The name is the same. That may be somebody else. */
        NAME
    }

    /** Whether it is the same petitioner, as far as a number can tell. */
    public boolean isOfSamePetitioner() {
        return by != Sign.NAME;
    }
}
