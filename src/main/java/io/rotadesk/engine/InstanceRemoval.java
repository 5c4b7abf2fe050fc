package io.rotadesk.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Removes instances for modules that have already dealt with their entries. */
@Component
public class InstanceRemoval {

    private final ObjectProvider<RuntimeService> runtime;
    private final ThreadLocal<Boolean> own = new ThreadLocal<>();

    InstanceRemoval(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    /** No part of the model is run, since the model may be the reason for the removal. */
    public void remove(String instanceId, String reason) {
        own.set(true);
        try {
            runtime.getObject().deleteProcessInstance(instanceId, reason, true, true, true);
        } finally {
            own.remove();
        }
    }

    /** Cancels an element with what it has called. What else is under way in the instance goes on; without it, the instance ends. */
    public void cancel(String instanceId, String element) {
        own.set(true);
        try {
            runtime.getObject()
                    .createProcessInstanceModification(instanceId)
                    .cancelAllForActivity(element)
                    .execute(true, true);
        } finally {
            own.remove();
        }
    }

    boolean isOwn() {
        return Boolean.TRUE.equals(own.get());
    }
}
