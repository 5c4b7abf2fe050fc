package io.rotadesk.engine;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Takes instances away for modules that have seen to what they guided. */
@Component
public class InstanceRemoval {

    private final ObjectProvider<RuntimeService> runtime;
    private final ThreadLocal<Boolean> own = new ThreadLocal<>();

    InstanceRemoval(ObjectProvider<RuntimeService> runtime) {
        this.runtime = runtime;
    }

    /** Nothing of the model is run: it may be the reason. */
    public void remove(String instanceId, String reason) {
        own.set(true);
        try {
            runtime.getObject().deleteProcessInstance(instanceId, reason, true, true, true);
        } finally {
            own.remove();
        }
    }

    boolean isOwn() {
        return Boolean.TRUE.equals(own.get());
    }
}
