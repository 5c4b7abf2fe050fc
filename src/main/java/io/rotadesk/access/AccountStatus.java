package io.rotadesk.access;

/** The state of a person's account. */
public enum AccountStatus {
    /** The person has not chosen a password yet. */
    WAITING,
    /** An invitation link was made and is still valid. */
    INVITED,
    /** The person has a password of their own. */
    IN_USE,
    /** Nobody can log in with it. */
    CLOSED
}
