package io.rotadesk.call;

/** What the call register asks of the process that guides a call; implemented by {@code call.process}. */
public interface CallProcess {

    /** Starts the process of a call that is in the register, in the caller's transaction. */
    void received(CallKey call);

    /** The phone system says that the agent has picked up. */
    void answered(CallKey call, String agent);

    /** The phone system says that somebody took the call for which the manager was to find someone. */
    void assigned(CallKey call, String agent);

    /** The phone system says that the agent whose turn it was did not pick up. */
    void notAnswered(CallKey call);

    /** The caller is gone before anyone answered. */
    void hungUp(CallKey call);

    /** Forgets what open tasks of a call show of the customer; the tasks stay. */
    void forget(CallKey call);
}
