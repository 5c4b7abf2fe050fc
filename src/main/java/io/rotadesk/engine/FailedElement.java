package io.rotadesk.engine;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/**
 * Remembers the element of a model at which the engine was when an exception was thrown, since the exception does not
 * say it.
 */
@Component
class FailedElement extends AbstractProcessEnginePlugin {

    private final ThreadLocal<String> latest = new ThreadLocal<>();

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPostCommandInterceptorsTxRequired(
                EngineParts.with(engine.getCustomPostCommandInterceptorsTxRequired(), new Watch()));
    }

    void forget() {
        latest.remove();
    }

    /** @return the id of the element at which this thread failed since {@link #forget}; null if there is none */
    String get() {
        return latest.get();
    }

    private class Watch extends CommandInterceptor {

        @Override
        public <T> T execute(Command<T> command) {
            try {
                return next.execute(command);
            } catch (RuntimeException | StackOverflowError e) {
                // Of nested commands the innermost one failed.
                if (latest.get() == null) {
                    latest.set(Context.getCommandInvocationContext()
                            .getProcessDataContext()
                            .getLatestActivityId());
                }
                throw e;
            }
        }
    }
}
