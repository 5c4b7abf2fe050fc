package io.rotadesk.web.desk.handbook;

import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.leasing.handbook.Section.Kind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * The form of a section as an editor filled it in.
 *
 * @param basedOn the version that they were editing
 */
record SectionForm(
        int basedOn,

        @NotBlank(message = "{desk.handbook.wrong.title}")
        @Size(max = Section.MAX_TITLE, message = "{desk.handbook.wrong.titleLength}")
        String title,

        @NotBlank(message = "{desk.handbook.wrong.text}")
        @Size(max = Section.MAX_MARKDOWN, message = "{desk.handbook.wrong.textLength}")
        String markdown,

        Boolean sensitive,

        @Size(max = 500, message = "{desk.handbook.wrong.comment}")
        String comment) {

    SectionForm {
        title = title == null ? "" : title;
        markdown = markdown == null ? "" : markdown;
        sensitive = Boolean.TRUE.equals(sensitive);
        comment = comment == null ? "" : comment;
    }

    static SectionForm of(Section section, int basedOn) {
        return new SectionForm(basedOn, section.title(), section.markdown(), section.sensitive(), "");
    }

    static SectionForm blank(int basedOn) {
        return new SectionForm(basedOn, "", "", false, "");
    }

    SectionForm basedOn(int version) {
        return new SectionForm(version, title, markdown, sensitive, comment);
    }

    Section section(Kind kind, String topic) {
        return new Section(kind, topic, title, markdown, sensitive);
    }
}
