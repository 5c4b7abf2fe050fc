package io.rotadesk.web.desk.tasks;

import io.rotadesk.engine.ListedTask;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.subject.Subject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The words of a list of tasks. */
@Component
class ListWording extends Words {

    /** A question may be long; its beginning is enough to know it again. */
    private static final int LONGEST_NOTE = 40;

    private static final Pattern NOTHING_FOLLOWS = Pattern.compile("[:：]\\s*+$");

    ListWording(@Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/desk-tasks");
    }

    /** @return in one line: the person, the last four digits, and the note */
    String about(Subject subject, Locale language) {
        String person = subject.isPerson() ? person(subject, language) : "";
        return Stream.of(person, shortened(subject.note()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String person(Subject subject, Locale language) {
        String digits = PhoneNumbers.lastDigits(subject.phone());
        boolean named = subject.name() != null && !subject.name().isBlank();
        if (digits.isEmpty()) {
            return named ? subject.name() : get(language, "subject.unknown");
        }
        return named ? get(language, "subject.named", subject.name(), digits) : get(language, "subject.number", digits);
    }

    private static String shortened(String note) {
        if (note == null) {
            return "";
        }
        String line = note.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= LONGEST_NOTE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NOTE)) + "…";
    }

    /** The model's own text, else ours for this step, else a general one. */
    String button(ListedTask task, Locale language) {
        return task.button() != null && !task.button().isBlank()
                ? task.button()
                : find(language, "button." + task.process() + "." + task.step(), get(language, "button"));
    }

    /** @return a sentence of what was kept when the task was completed; empty for steps that keep nothing by themselves */
    Optional<String> kept(ListedTask task, String about, Locale language) {
        String key = "kept." + task.process() + "." + task.step();
        return find(language, key, "").isEmpty()
                ? Optional.empty()
                : Optional.of(NOTHING_FOLLOWS.matcher(get(language, key, about)).replaceFirst(""));
    }
}
