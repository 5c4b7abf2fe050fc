package io.rotadesk.leasing.escalation.process;

import io.rotadesk.engine.ProcessContract;
import io.rotadesk.engine.ProcessVariable;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.models.ManagerEscalation;

/** The variables of {@code manager-escalation.bpmn}: ids and decisions; question and answer are in our tables only. */
final class EscalationVariables {

    static final ProcessVariable<String> ESCALATION_ID = ProcessVariable.text("escalationId");
    static final ProcessVariable<String> UNIT_ID = ProcessVariable.text("unitId");
    /** The login of the person who asked. */
    static final ProcessVariable<String> ASKED_BY = ProcessVariable.person("askedBy");

    static final ProcessVariable<Boolean> ADD_TO_HANDBOOK = ProcessVariable.flag("addToHandbook");
    static final ProcessVariable<String> OUTCOME = ProcessVariable.text("outcome");
    static final ProcessVariable<Long> TRIES = ProcessVariable.number("tries");

    /** Fields of {@code ask-manager}: they leave the process as soon as the question is entered. */
    static final ProcessVariable<String> QUESTION =
            ProcessVariable.text("question").personal();

    static final ProcessVariable<String> CALL_ID = ProcessVariable.text("callId");

    /** Field of {@code answer-question}, in the scope of its task. */
    static final ProcessVariable<String> ANSWER = ProcessVariable.text("answer").personal();

    static final ProcessVariables DECLARED = ProcessVariables.of(
                    ManagerEscalation.PROCESS,
                    ESCALATION_ID,
                    UNIT_ID,
                    ASKED_BY,
                    ADD_TO_HANDBOOK,
                    OUTCOME,
                    TRIES,
                    QUESTION,
                    CALL_ID,
                    ANSWER)
            .needing(ProcessContract.startedBy(ManagerEscalation.Message.QUESTION_RAISED)
                    .orByHand()
                    .withTasks(ManagerEscalation.Task.ANSWER_QUESTION));

    private EscalationVariables() {}
}
