package io.rotadesk.staff.notice.channel;

/** The people to whom a message is addressed: mail goes to them, a group robot mentions them. */
public enum Addressed {
    /** Those whom the notice tells. */
    TOLD,
    /** The unit's managers. */
    MANAGERS,
    /** Nobody in particular: only for groups. */
    NOBODY
}
