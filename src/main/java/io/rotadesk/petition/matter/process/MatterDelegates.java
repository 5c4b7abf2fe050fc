package io.rotadesk.petition.matter.process;

import static io.rotadesk.petition.matter.process.MatterVariables.REFUSALS;
import static io.rotadesk.petition.matter.process.MatterVariables.matter;

import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.TransferDecisions;
import io.rotadesk.petition.matter.Transfers;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The service tasks of {@code matter-handling.bpmn} and of what it calls: each hands one step on. */
@Configuration(proxyBeanMethods = false)
class MatterDelegates {

    @Bean
    ProcessVariables matterHandlingVariables() {
        return MatterVariables.HANDLING;
    }

    @Bean
    ProcessVariables matterTransferVariables() {
        return MatterVariables.TRANSFER;
    }

    @Bean
    ProcessVariables sceneResponseVariables() {
        return MatterVariables.SCENE;
    }

    @Bean
    @ModelBean("closeMatter")
    JavaDelegate closeMatter(MatterClosing closing) {
        return execution -> closing.close(matter(execution), null);
    }

    /** The deadline that the matter has when its handling begins. */
    @Bean
    @ModelBean("watchDeadline")
    JavaDelegate watchDeadline(MatterDue due) {
        return due::watch;
    }

    /** Only earlier versions have this step: today the new deadline counts, and is watched, once the petitioner is told of it. */
    @Bean
    @ModelBean("recordExtension")
    JavaDelegate recordExtension(MatterDue due) {
        return due::watch;
    }

    @Bean
    @ModelBean("recordTransfer")
    JavaDelegate recordTransfer(Transfers transfers) {
        return execution -> transfers.move(matter(execution));
    }

    @Bean
    @ModelBean("recordRefusal")
    JavaDelegate recordRefusal(TransferDecisions decisions) {
        return execution -> REFUSALS.set(execution, (long) decisions.refusals(matter(execution)));
    }
}
