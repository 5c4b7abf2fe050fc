package io.rotadesk.petition.reception.process;

import io.rotadesk.engine.RemovedInstances;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.process.MatterVariables;
import io.rotadesk.petition.reception.PetitionsWithoutProcess;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Somebody took away what the reception of a ticket called. The engine takes the reception away with it, unless the level
 * above is still being told of a large-scale event: then nobody else would notice that the matter is with nobody.
 */
@Configuration(proxyBeanMethods = false)
class RemovedMatters {

    @Bean
    RemovedInstances removedHandling(PetitionsWithoutProcess petitions) {
        return new Called(MatterVariables.HANDLING.processDefinitionKey(), petitions);
    }

    @Bean
    RemovedInstances removedTransfer(PetitionsWithoutProcess petitions) {
        return new Called(MatterVariables.TRANSFER.processDefinitionKey(), petitions);
    }

    @Bean
    RemovedInstances removedScene(PetitionsWithoutProcess petitions) {
        return new Called(MatterVariables.SCENE.processDefinitionKey(), petitions);
    }

    /** The business key of what is called is that of the reception, the ticket's id. */
    private record Called(String process, PetitionsWithoutProcess petitions) implements RemovedInstances {

        @Override
        public void removed(DelegateExecution instance) {
            // One that somebody started by hand, without a reception, has none.
            Optional.ofNullable(instance.getProcessBusinessKey())
                    .map(TicketId::new)
                    .ifPresent(petitions::removed);
        }
    }
}
