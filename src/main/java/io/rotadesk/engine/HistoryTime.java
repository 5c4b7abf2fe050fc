package io.rotadesk.engine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time for which the engine keeps the history of a process or decision: a number of days, as the engine itself
 * reads it.
 */
final class HistoryTime {

    private static final Pattern DAYS = Pattern.compile("(?:P(\\d{1,5})D|(\\d{1,5}))");

    /** A hundred years. */
    private static final int MOST = 36_500;

    private HistoryTime() {}

    /** @return the message that says what is wrong: missing, no number of days, zero, or too long */
    static Optional<String> problem(String timeToLive) {
        if (timeToLive.isBlank()) {
            return Optional.of("model.historyTimeToLive");
        }
        Matcher matcher = DAYS.matcher(timeToLive);
        if (!matcher.matches()) {
            return Optional.of("model.historyDays");
        }
        int days = Integer.parseInt(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        return days < 1 || days > MOST ? Optional.of("model.historyDays") : Optional.empty();
    }
}
