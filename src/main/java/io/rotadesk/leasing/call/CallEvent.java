package io.rotadesk.leasing.call;

/** The events of a call that a phone system reports. */
public enum CallEvent {
    ANSWERED,
    NO_ANSWER,
    HUNG_UP,
    /** The caller was put through to a colleague. */
    TRANSFERRED
}
