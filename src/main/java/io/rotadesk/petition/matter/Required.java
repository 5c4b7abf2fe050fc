package io.rotadesk.petition.matter;

import io.rotadesk.platform.input.SafeText;

/** What a form about a matter has to give: the value, or else the refusal that names the field. */
final class Required {

    private Required() {}

    /**
     * @return the text without the blanks around it
     * @throws MatterRefusal if there is none
     */
    static String text(String field, String typed) {
        return given(field, SafeText.orNull(typed));
    }

    /** @throws MatterRefusal if there is none */
    static <T> T given(String field, T value) {
        if (value == null) {
            throw new MatterRefusal(field, field + ".missing");
        }
        return value;
    }
}
