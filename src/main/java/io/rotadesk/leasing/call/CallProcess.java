package io.rotadesk.leasing.call;

/**
 * What the call register asks of the process that guides a call; implemented by {@code call.process}. Where the model cannot,
 * a {@link io.rotadesk.engine.ModelFailedException} says so.
 */
public interface CallProcess extends CallWay {

    /** Puts a call that went on without the model before somebody again: the manager, its agent, or whoever calls back. */
    void resume(Call call);

    /** Takes the instance of a call away that cannot go on, if there is one. */
    void remove(CallKey call);

    /** Forgets what open tasks of a call show of the customer; the tasks stay. */
    void forget(CallKey call);
}
