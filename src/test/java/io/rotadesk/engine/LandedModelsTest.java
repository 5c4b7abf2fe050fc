package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Instances that were begun with an earlier version of a model find in the application what that version names. */
@RotaDeskTest
class LandedModelsTest {

    @Autowired
    ModelCheck check;

    @Autowired
    ObjectProvider<ProcessVariables> declared;

    /** Beans and their methods, what delegates and listeners are, variables, forms. */
    @Test
    void namesOfAnEarlierVersionStillWork() {
        assertThat(check.findings(LandedModels.all())).isEmpty();
    }

    /** Otherwise an instance would wait for ever. */
    @Test
    void messagesForAnEarlierVersionAreStillSent() {
        Set<String> sent = new HashSet<>();
        declared.forEach(process -> sent.addAll(process.contract().allMessages()));

        LandedModels.all().forEach((name, bytes) -> {
            if (name.endsWith(".bpmn")) {
                assertThat(Bpmn.readModelFromStream(new ByteArrayInputStream(bytes))
                                .getModelElementsByType(Message.class))
                        .as("messages of the earlier %s", name)
                        .extracting(Message::getName)
                        .isSubsetOf(sent);
            }
        });
    }
}
