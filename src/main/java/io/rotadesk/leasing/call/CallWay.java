package io.rotadesk.leasing.call;

/** The way in which a call goes on: with the model, or without. Everything runs in the caller's transaction. */
interface CallWay {

    /** Offers a call that is in the register. */
    void received(CallKey call);

    /** The phone system reports that the agent has picked up. */
    void answered(CallKey call, String agent);

    /** The phone system reports that somebody took the call that the manager should assign. */
    void assigned(CallKey call, String agent);

    /** The phone system reports that the agent whose turn it was did not pick up. */
    void notAnswered(CallKey call);

    /** The phone system reports that the caller was put through to a colleague, who has the call from now on. */
    void putThrough(CallKey call, String from, String to);

    /** The phone system reports, late, that the agent has talked with a caller who counted as missed. */
    void answeredAfterAll(CallKey call);

    /** The caller hung up before anyone answered. */
    void hungUp(CallKey call);
}
