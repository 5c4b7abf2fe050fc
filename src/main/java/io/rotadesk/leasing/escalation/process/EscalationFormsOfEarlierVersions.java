package io.rotadesk.leasing.escalation.process;

/**
 * The values one by one, as models of earlier versions name them, whose questions may still be open. A model of today has the
 * view of each form instead.
 */
public abstract class EscalationFormsOfEarlierVersions {

    public abstract EscalationViews.AnswerQuestion answerQuestion(String escalationId);

    public abstract EscalationViews.RelayAnswer relayAnswer(String escalationId);

    public String question(String escalationId) {
        return answerQuestion(escalationId).question();
    }

    public String context(String escalationId) {
        return answerQuestion(escalationId).context().get();
    }

    public String askedByName(String escalationId) {
        return answerQuestion(escalationId).askedByName().get();
    }

    public String answer(String escalationId) {
        return relayAnswer(escalationId).answer();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }
}
