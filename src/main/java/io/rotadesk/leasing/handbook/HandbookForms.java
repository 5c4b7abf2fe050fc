package io.rotadesk.leasing.handbook;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;

/** The handbook's texts for models and their forms (L2.5): the bean {@code handbook} of models. */
@ModelBean("handbook")
public class HandbookForms {

    private final Handbook handbook;

    HandbookForms(Handbook handbook) {
        this.handbook = handbook;
    }

    /**
     * The script's text for a step, as the process owner formatted it; empty if the process owner removed it from the
     * script.
     */
    public FormMarkdown script(String unitId, String topic) {
        return FormMarkdown.of(handbook.script(unitId, topic).orElse(""));
    }

    /** The version in force. */
    public int version(String unitId) {
        return handbook.currentVersion(unitId);
    }
}
