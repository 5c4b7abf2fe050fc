package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.TimelineEntry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the logins and codes of the timeline into words; texts that people wrote stay unchanged. */
@Component
class TimelineWording {

    private static final String ARROW = "→";
    private static final String COLON = "：";
    private static final String COMMA = "、";

    private final MatterCategories categories;
    private final MessageSource messages;

    TimelineWording(MatterCategories categories, MessageSource messages) {
        this.categories = categories;
        this.messages = messages;
    }

    /** @param people names by login */
    String text(TimelineEntry entry, Map<String, String> people, Locale locale) {
        String text = entry.text();
        if (text == null) {
            return null;
        }
        return switch (entry.kind()) {
            case RECLASSIFIED -> reclassified(text, locale);
            case ALERTED, ALERT_ESCALATED -> afterColon(text, people);
            case NOT_RECEIVED -> messages.getMessage("desk.hall.state." + text, null, text, locale);
            default -> text;
        };
    }

    private String reclassified(String text, Locale locale) {
        int reason = text.indexOf(COLON);
        String codes = reason < 0 ? text : text.substring(0, reason);
        String words = Arrays.stream(codes.split(ARROW, -1))
                .map(code -> code.isEmpty() ? "—" : categories.label(code, locale))
                .collect(Collectors.joining(" " + ARROW + " "));
        return reason < 0 ? words : words + COLON + text.substring(reason + 1);
    }

    private static String afterColon(String text, Map<String, String> people) {
        int logins = text.indexOf(COLON);
        return logins < 0
                ? text
                : text.substring(0, logins + 1)
                        + Arrays.stream(text.substring(logins + 1).split(COMMA))
                                .map(login -> people.getOrDefault(login, login))
                                .collect(Collectors.joining(COMMA));
    }
}
