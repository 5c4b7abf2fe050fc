package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
    @ParameterizedTest
    @EnumSource
    void namesOfAnEarlierVersionStillWork(LandedVersion version) {
        assertThat(check.findings(LandedModels.all(version))).isEmpty();
    }

    /** Otherwise an instance would wait for ever. */
    @ParameterizedTest
    @EnumSource
    void messagesForAnEarlierVersionAreStillSent(LandedVersion version) {
        Set<String> sent = new HashSet<>();
        declared.forEach(process -> sent.addAll(process.contract().allMessages()));

        LandedModels.all(version).forEach((name, bytes) -> {
            if (name.endsWith(".bpmn")) {
                assertThat(Bpmn.readModelFromStream(new ByteArrayInputStream(bytes))
                                .getModelElementsByType(Message.class))
                        .as("messages of %s of %s", name, version)
                        .extracting(Message::getName)
                        .isSubsetOf(sent);
            }
        });
    }
}
