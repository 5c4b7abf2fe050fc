package io.rotadesk.leasing.call;

import io.rotadesk.engine.TaskBell;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a call when the model fails: the rota offers it to one agent after the other, until somebody picks up or
 * the caller hangs up (L2.1). The entry is written when the model works again.
 */
@Component
@Transactional
class FixedWay implements CallWay {

    private final Calls calls;
    private final Callers callers;
    private final CallSteps steps;
    private final MissedCalls missed;
    private final TaskBell bell;

    FixedWay(Calls calls, Callers callers, CallSteps steps, MissedCalls missed, TaskBell bell) {
        this.calls = calls;
        this.callers = callers;
        this.steps = steps;
        this.missed = missed;
        this.bell = bell;
    }

    /** From here on the call goes in this way. */
    void take(CallKey key) {
        Call call = calls.get(key);
        calls.save(call, call.withoutModel());
    }

    @Override
    public void received(CallKey key) {
        callers.find(key);
        offer(key);
    }

    /** The minimum that is always possible: the call is in the register, and the manager finds somebody. */
    void onlyEntered(CallKey key) {
        Call call = calls.get(key);
        calls.save(call, call.onlyEntered());
    }

    @Override
    public void answered(CallKey key, String agent) {
        steps.pickedUp(key, agent);
        bell.ring(agent);
    }

    @Override
    public void assigned(CallKey key, String agent) {
        steps.assigned(key, agent);
    }

    @Override
    public void notAnswered(CallKey key) {
        String agent = calls.get(key).ringing().agent();
        steps.missed(key, agent);
        bell.ring(agent);
        offer(key);
    }

    @Override
    public void putThrough(CallKey key, String from, String to) {
        bell.ring(from);
        bell.ring(to);
    }

    @Override
    public void answeredAfterAll(CallKey key) {
        // The entry is written when the model works again.
    }

    @Override
    public void hungUp(CallKey key) {
        String agent = calls.get(key).ringing().agent();
        missed.hungUpByOrder(key);
        if (agent != null) {
            bell.ring(agent);
        }
    }

    /** Only the model decides whether an agent's own customer calls; here it rings by the order. */
    private void offer(CallKey key) {
        steps.offerByOrder(key).ifPresent(bell::ring);
    }
}
