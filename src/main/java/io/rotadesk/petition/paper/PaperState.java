package io.rotadesk.petition.paper;

/** The states of a paper. */
public enum PaperState {
    /** The responsible person writes it. */
    DRAFT,
    /** A leader is asked to sign it. */
    HANDED_IN,
    /** It has its number and does not change any more. */
    SIGNED,
    /** The petitioner has it. */
    DELIVERED,
    /** A later version is in force. */
    REPLACED;

    /** Whether somebody still has to do something about it. */
    public boolean isOpen() {
        return this == DRAFT || this == HANDED_IN || this == SIGNED;
    }
}
