package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.Wording;
import java.time.DateTimeException;
import java.time.Instant;

/**
 * The words of a draft, as its author sends them.
 *
 * @param seen the time of the last change that the author saw
 */
record PaperForm(String title, String text, String seen) {

    PaperForm {
        title = title == null ? "" : title;
        text = text == null ? "" : text;
        seen = seen == null ? "" : seen;
    }

    static PaperForm of(Paper paper) {
        return new PaperForm(
                paper.wording().title(),
                paper.wording().text(),
                paper.writing().editedAt().toString());
    }

    PaperForm seeing(Paper paper) {
        return new PaperForm(title, text, paper.writing().editedAt().toString());
    }

    Wording words() {
        return new Wording(title, text.replace("\r\n", "\n"));
    }

    /** A value that nobody can have seen if it is no time. */
    Instant seenAt() {
        try {
            return Instant.parse(seen);
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }
}
