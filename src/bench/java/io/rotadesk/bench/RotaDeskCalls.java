package io.rotadesk.bench;

import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.call.IncomingCalls.CallReceipt;
import java.util.Map;
import java.util.function.LongFunction;
import org.camunda.bpm.engine.task.Task;

/** Calls of new customers through the application: posted as a phone system does, worked on as the agent. */
final class RotaDeskCalls implements Handler {

    private final String name;
    private final IncomingCalls desk;
    private final Staff agents;
    private final LongFunction<String> unitOf;

    /** All calls in one large unit. */
    RotaDeskCalls(RotaDesk application) {
        this("Rota Desk", application, id -> RotaDesk.UNIT, false);
    }

    /** @param unitOf the unit that is called, by the call's number */
    RotaDeskCalls(String name, RotaDesk application, LongFunction<String> unitOf, boolean openForms) {
        this.name = name;
        this.desk = application.bean(IncomingCalls.class);
        this.agents = new Staff(application, "agents", openForms);
        this.unitOf = unitOf;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void handle(int client, long id) {
        work(post(id), id);
    }

    CallReceipt post(long id) {
        return desk.receive(new CallKey(unitOf.apply(id), "bench-" + id), PhoneNumbers.ofCaller(id), null);
    }

    /** Picks up, asks and registers. */
    void work(CallReceipt call, long id) {
        work(call.call().key(), id);
    }

    void work(CallKey call, long id) {
        submit(call, Map.of());
        submit(call, CallInput.asked());
        submit(call, CallInput.registered(PhoneNumbers.ofCaller(id)));
    }

    /** The task as the agent's own list finds it; null when it is not there. */
    Task taskOf(CallReceipt call) {
        return agents.ownTask(
                call.call().unitId(), call.offer().agent().login(), call.call().callId());
    }

    private void submit(CallKey call, Map<String, Object> form) {
        agents.submit(call.unitId(), call.callId(), form);
    }
}
