package io.rotadesk.engine;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Notices when an instance is removed instead of ended, and tells the module that owns the process. */
@Component
class RemovalWatch extends AbstractBpmnParseListener {

    private static final Logger log = LoggerFactory.getLogger(RemovalWatch.class);

    private final ObjectProvider<RemovedInstances> modules;
    private final ObjectProvider<PlatformTransactionManager> transactions;
    private final InstanceRemoval removal;

    RemovalWatch(
            ObjectProvider<RemovedInstances> modules,
            ObjectProvider<PlatformTransactionManager> transactions,
            InstanceRemoval removal) {
        this.modules = modules;
        this.transactions = transactions;
        this.removal = removal;
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        // A built-in listener, so that "skip custom listeners" does not skip it.
        ExecutionListener listener = this::ended;
        process.addBuiltInListener(ExecutionListener.EVENTNAME_END, listener, 0);
    }

    private void ended(DelegateExecution execution) {
        ExecutionEntity instance = (ExecutionEntity) execution;
        if (!instance.isDeleteRoot() || removal.isOwn()) {
            return;
        }
        String process = instance.getProcessDefinition().getKey();
        List<RemovedInstances> concerned = modules.stream()
                .filter(module -> module.process().equals(process))
                .toList();
        concerned.forEach(module -> tell(module, instance));
    }

    /**
     * Runs behind a savepoint: a failure here must not keep anybody from removing an instance. The sweep finds the
     * rest.
     */
    private void tell(RemovedInstances module, ExecutionEntity instance) {
        TransactionTemplate behindSavepoint = new TransactionTemplate(transactions.getObject());
        behindSavepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        try {
            behindSavepoint.executeWithoutResult(status -> module.removed(instance));
        } catch (RuntimeException e) {
            log.error(
                    "The entry of {} {} could not be handled; the sweep tries again",
                    module.process(),
                    instance.getProcessBusinessKey(),
                    e);
        }
    }
}
