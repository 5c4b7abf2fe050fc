package io.rotadesk.leasing.call;

/** How a call goes on: by the model, or without. All in the caller's transaction. */
interface CallWay {

    /** A call that is in the register is to be offered. */
    void received(CallKey call);

    /** The phone system says that the agent has picked up. */
    void answered(CallKey call, String agent);

    /** The phone system says that somebody took the call for which the manager was to find someone. */
    void assigned(CallKey call, String agent);

    /** The phone system says that the agent whose turn it was did not pick up. */
    void notAnswered(CallKey call);

    /** The caller is gone before anyone answered. */
    void hungUp(CallKey call);
}
