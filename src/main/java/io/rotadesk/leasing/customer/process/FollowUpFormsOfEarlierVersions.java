package io.rotadesk.leasing.customer.process;

/**
 * The values one by one, as models of earlier versions name them, whose follow-ups may still be open. A model of today has
 * the view of the form instead.
 */
public abstract class FollowUpFormsOfEarlierVersions {

    public abstract FollowUpView followUp(Long followUpId);

    public abstract String customerLine(Long followUpId);

    public String validityLine(Long followUpId) {
        return followUp(followUpId).validityLine().get();
    }

    public String lastLine(Long followUpId) {
        return followUp(followUpId).lastLine().get();
    }

    public String triesLine(Long followUpId) {
        return followUp(followUpId).triesLine().get();
    }

    /** The value of a field that starts empty. */
    public String blank() {
        return null;
    }
}
