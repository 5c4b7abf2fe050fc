package io.rotadesk.access;

import io.rotadesk.engine.ModelKeys;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.delegate.DefaultDelegateInterceptor;
import org.camunda.bpm.engine.impl.delegate.DelegateInvocation;
import org.camunda.bpm.engine.impl.delegate.ExpressionGetInvocation;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Lets a model's beans use the engine in the application's name. The engine lifts the authorizations for them but not
 * the check of units: if a person of one unit completes a task of a process that began in another, the next steps would
 * not find their own process.
 */
class ModelCode extends DefaultDelegateInterceptor {

    private final ModelKeys keys;

    ModelCode(ModelKeys keys) {
        this.keys = keys;
    }

    @Override
    protected void handleInvocationInContext(DelegateInvocation invocation) throws Exception {
        CommandContext command = Context.getCommandContext();
        boolean checked = command.isTenantCheckEnabled();
        command.disableTenantCheck();
        try {
            // Values of expressions are checked where their beans are called.
            if (invocation.getContextExecution() instanceof ExecutionEntity execution
                    && !(invocation instanceof ExpressionGetInvocation)) {
                keys.checkVariables(execution);
            }
            super.handleInvocationInContext(invocation);
        } finally {
            command.setTenantCheckEnabled(checked);
        }
    }
}
