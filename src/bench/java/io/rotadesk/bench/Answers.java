package io.rotadesk.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The answers of our beans for somebody who is new to us, as long as the real ones. A method that has none here is
 * answered by its name: texts, times and lists of choices; all others are empty.
 */
final class Answers {

    private static final Pattern TEXT = Pattern.compile("\\w*(?:Line|Text|Sentence|Note|Details)|greeting|conduct");
    private static final Pattern TIME = Pattern.compile("\\w*(?:Until|By|Due|At|Time)|deadline");
    private static final Pattern CHOICES = Pattern.compile("\\w*(?:Options|Lines)");

    private final Map<String, Object> known = new HashMap<>();

    private final SpinJsonNode choices = Spin.JSON(IntStream.rangeClosed(1, 2 * RotaDesk.TEAM)
            .mapToObj(number -> Map.of("value", "bench" + number, "label", "招商员" + number))
            .toList());

    Answers() {
        known.put("script", "请按统一说辞介绍项目的位置、规模和业态。".repeat(14));
        known.put("version", 1);
        known.put("handbookVersion", 1);
        known.put("stillHere", "yes");
        known.put("taking", "yes");
        known.put("unit", RotaDesk.RECEPTION_POINT);
        known.put("responsible", "person0");
        known.put("callValidityDays", 7L);
        known.put("visitValidityDays", 15L);
        known.put("ownerKnownBy", null);
        known.put("intent", "catering");
        known.put("interests", Spin.JSON("[]"));
        known.put("customerPhone", "+8613800000001");
        known.put("petitionerPhone", "+8613800000001");
        known.put("petitionerName", "李先生");
        known.put("anonymous", false);
        known.put("groupSize", 1);
        known.put("destination", "town");
        known.put("matterSummary", "村口的路");
        known.put("planSet", false);
        known.put("proposedDeadline", "2026-05-01");
        known.put("resultText", "路面已经修好");
    }

    Object to(String method) {
        if (known.containsKey(method)) {
            return known.get(method);
        }
        if (TEXT.matcher(method).matches()) {
            return "138 0000 0001，没有查到先前的联系。";
        }
        if (TIME.matcher(method).matches()) {
            return Date.from(Instant.now().plus(Duration.ofMinutes(30)));
        }
        return CHOICES.matcher(method).matches() ? choices : null;
    }
}
