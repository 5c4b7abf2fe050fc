package io.rotadesk.leasing.conduct.process;

import io.rotadesk.engine.FormMarkdown;

/**
 * The values one by one, as models of earlier versions name them, whose checks may still be open. A model of today has the
 * view of each form instead.
 */
public abstract class CheckFormsOfEarlierVersions {

    public abstract CheckViews.CheckService checkService(String checkId);

    public abstract CheckViews.AnswerCheck answerCheck(String checkId);

    public String receptionLine(String checkId) {
        return checkService(checkId).receptionLine().get();
    }

    public String checkedByName(String checkId) {
        return answerCheck(checkId).checkedByName().get();
    }

    public FormMarkdown marks(String checkId) {
        return answerCheck(checkId).marks();
    }

    public String remarks(String checkId) {
        return answerCheck(checkId).remarks();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }
}
