package io.rotadesk.leasing.handbook;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;

/** What models and their forms show of the handbook (L2.5): the bean {@code handbook} of models. */
@ModelBean("handbook")
public class HandbookTexts {

    private final Handbook handbook;

    HandbookTexts(Handbook handbook) {
        this.handbook = handbook;
    }

    /** What to say at a step, as the process owner formats it; what a process owner has taken out of the script is not missed. */
    public FormMarkdown script(String unitId, String topic) {
        return FormMarkdown.of(handbook.script(unitId, topic).orElse(""));
    }

    /** The version in force. */
    public int version(String unitId) {
        return handbook.currentVersion(unitId);
    }
}
