package io.rotadesk.leasing.call;

import java.util.Optional;

/**
 * The process that guides a call; implemented by {@code call.process}. If the model fails, it throws a {@link
 * io.rotadesk.engine.ModelFailedException}.
 */
public interface CallProcess extends CallWay {

    /**
     * Gives a call that went on without the model to somebody again: the manager, its agent, or the person who calls
     * back.
     */
    void resume(Call call);

    /**
     * Offers a call for which the manager is asked once more, in turn; the manager's task ends, and comes back if nobody
     * is free.
     */
    void offerAgain(CallKey call);

    /**
     * A person gives a call that nobody took to an agent: they send the manager's form, with the rights that they have in
     * the engine.
     *
     * @return false if the manager's task is not there, or somebody else has taken it
     * @throws io.rotadesk.engine.RefusedException if the person, or the form, does not allow it
     */
    boolean give(CallKey call, String agent, String by);

    /** @return the login of the person who ended the manager's task last; empty if nobody did */
    Optional<String> giver(CallKey call);

    /** Removes the instance of a call that cannot go on, if there is one. */
    void remove(CallKey call);

    /** Empties the customer's data in open tasks of a call; the tasks stay. */
    void forget(CallKey call);
}
