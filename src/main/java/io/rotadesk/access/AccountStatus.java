package io.rotadesk.access;

/** How far somebody is with their account. */
public enum AccountStatus {
    /** The person has not chosen a password yet. */
    WAITING,
    /** An invitation link is out and still good. */
    INVITED,
    /** The person has a password of their own. */
    IN_USE,
    /** Nobody can log in with it. */
    CLOSED
}
