package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.TemplateVersion;
import io.rotadesk.petition.paper.Wording;

/**
 * A template, as its editor fills the form in.
 *
 * @param basedOn the number of the unit's own version that they saw; 0 if it had none
 */
record TemplateForm(Integer basedOn, String title, String text, String comment) {

    TemplateForm {
        basedOn = basedOn == null ? 0 : basedOn;
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        comment = comment == null ? "" : comment;
    }

    static TemplateForm of(TemplateVersion version, int basedOn) {
        return new TemplateForm(
                basedOn, version.wording().title(), version.wording().text(), "");
    }

    TemplateForm basedOn(int number) {
        return new TemplateForm(number, title, text, comment);
    }

    Wording words() {
        return new Wording(title, text.replace("\r\n", "\n"));
    }
}
