package io.rotadesk.leasing.call;

/** What a phone system reports of a call. */
public enum CallEvent {
    ANSWERED,
    NO_ANSWER,
    HUNG_UP
}
