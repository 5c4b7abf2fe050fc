package io.rotadesk.bench;

import io.rotadesk.leasing.call.CallDesk;
import io.rotadesk.leasing.call.CallDesk.Reception;
import io.rotadesk.leasing.call.CallKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Calls of new customers through the application: posted as a phone system does, worked on as the agent. */
final class RotaDeskCalls implements Calls {

    private final CallDesk desk;
    private final TaskService tasks;
    private final FormService forms;
    private final IdentityService identity;

    RotaDeskCalls(RotaDesk application) {
        this.desk = application.bean(CallDesk.class);
        this.tasks = application.bean(TaskService.class);
        this.forms = application.bean(FormService.class);
        this.identity = application.bean(IdentityService.class);
    }

    @Override
    public String name() {
        return "Rota Desk";
    }

    @Override
    public void handle(int client, long id) {
        Reception call = post(id);
        work(call, id);
    }

    Reception post(long id) {
        return desk.receive(new CallKey(RotaDesk.UNIT, "bench-" + id), caller(id), null);
    }

    /** Picks up, asks and registers. */
    void work(Reception call, long id) {
        submit(call, Map.of());
        submit(call, CallInput.asked());
        submit(call, CallInput.registered(caller(id)));
    }

    /** The task as the agent's own list finds it; null when it is not there. */
    Task taskOf(Reception call) {
        String agent = call.offer().agent().login();
        return as(
                agent,
                () -> tasks.createTaskQuery()
                        .taskAssignee(agent)
                        .processInstanceBusinessKey(call.call().callId())
                        .singleResult());
    }

    private void submit(Reception call, Map<String, Object> form) {
        Task task = tasks.createTaskQuery()
                .processInstanceBusinessKey(call.call().callId())
                .singleResult();
        as(call.offer().agent().login(), () -> {
            forms.submitTaskForm(task.getId(), form);
            return null;
        });
    }

    /** As a logged-in agent: with authorizations and the unit as tenant. */
    private <T> T as(String agent, Callable<T> work) {
        identity.setAuthentication(agent, List.of("agents"), List.of(RotaDesk.UNIT));
        try {
            return work.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            identity.clearAuthentication();
        }
    }

    private static String caller(long id) {
        return "13%09d".formatted(id % 1_000_000_000);
    }
}
