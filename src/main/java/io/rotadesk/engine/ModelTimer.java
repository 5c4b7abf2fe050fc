package io.rotadesk.engine;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationType;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.util.ReflectionUtils;

/**
 * A timer of a model. A literal can be checked at deployment: whether the engine can read it, and whether it fires too
 * often. The value of an expression is known only when it runs.
 *
 * @param type a date, a duration or a cycle
 * @param text the text in the model
 */
record ModelTimer(TimerDeclarationType type, String text) {

    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);

    /** A shorter wait does not count as waiting: a process could loop with it for ever. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** A duration only: with a start or an end, the engine would count the past cycles one by one. */
    private static final Pattern DURATION = Pattern.compile("P[0-9A-Z.]+");

    /** At most 999 times, or without end. */
    private static final Pattern REPEATED = Pattern.compile("R\\d{0,3}/(" + DURATION + ")");

    /** At one second of a minute, so that it cannot fire twice within a minute. */
    private static final Pattern CRON = Pattern.compile("\\d{1,2}(\\s+\\S+){5}");

    /** One method call on a bean, and nothing else. */
    private static final Pattern COMPONENT = Pattern.compile("\\s*[$#]\\{\\s*\\w+\\.\\w+\\(.*\\)\\s*}\\s*");

    static ModelTimer of(TimerDeclarationImpl timer) {
        return new ModelTimer(
                (TimerDeclarationType) field(timer, "type"),
                ((Expression) field(timer, "description")).getExpressionText().strip());
    }

    /**
     * @return the mistake; also empty if an expression gives the date. A duration or cycle must not be an expression:
     *     the engine would count its cycles one by one, however short they are
     */
    Optional<ModelExpression.Problem> problem() {
        if (ModelExpression.isExpression(text)) {
            return type == TimerDeclarationType.DATE ? Optional.empty() : problem("model.timer");
        }
        try {
            Duration until = untilDue();
            boolean isBeyondCounting = type == TimerDeclarationType.DURATION && until.isNegative();
            if (isBeyondCounting || until.abs().compareTo(LONGEST) > 0) {
                return problem("model.timer");
            }
            boolean isTooOften = type == TimerDeclarationType.CYCLE && until.compareTo(shortest()) < 0;
            return isTooOften ? problem("model.timer.often") : Optional.empty();
        } catch (RuntimeException unreadable) {
            return problem("model.timer");
        }
    }

    /** @return whether the timer certainly fires almost at once, also when the process comes to it again */
    boolean hardlyWaits() {
        if (type == TimerDeclarationType.DATE && !text.startsWith("P")) {
            // A bean may give another date each time; any other date is past some day.
            return !COMPONENT.matcher(text).matches();
        }
        return problem().isPresent() || untilDue().compareTo(SHORTEST_WAIT) < 0;
    }

    /** A cron expression fires at most once a minute; it only must fire at all. */
    private Duration shortest() {
        return text.startsWith("R") ? SHORTEST_CYCLE : Duration.ofMillis(1);
    }

    /**
     * The time until the timer is due; for a repeated timer, the time between two. The engine would search the next
     * date step by step.
     */
    private Duration untilDue() {
        Date now = ClockUtil.getCurrentTime();
        return between(
                now,
                switch (type) {
                    case DATE -> new DueDateBusinessCalendar().resolveDuedate(text, now);
                    case DURATION -> duration(text, now);
                    case CYCLE -> {
                        Matcher repeated = REPEATED.matcher(text);
                        yield repeated.matches() ? duration(repeated.group(1), now) : nextOf(text, now);
                    }
                });
    }

    private static Date duration(String text, Date now) {
        if (!DURATION.matcher(text).matches()) {
            throw new IllegalArgumentException(text);
        }
        return new DurationBusinessCalendar().resolveDuedate(text, now);
    }

    private static Date nextOf(String cron, Date now) {
        if (!CRON.matcher(cron).matches()) {
            throw new IllegalArgumentException(cron);
        }
        return new CycleBusinessCalendar().resolveDuedate(cron, now);
    }

    private static Duration between(Date from, Date to) {
        return Duration.between(from.toInstant(), to.toInstant());
    }

    private static Object field(TimerDeclarationImpl timer, String name) {
        return ParsedParts.value(ReflectionUtils.findField(TimerDeclarationImpl.class, name), timer);
    }

    private Optional<ModelExpression.Problem> problem(String message) {
        return Optional.of(new ModelExpression.Problem(message, text));
    }
}
