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
 * A timer of a model. What stands there literally can be judged when it is deployed: whether the engine can read it, and
 * whether it fires too often. What an expression gives is known only when it runs.
 *
 * @param type a date, a duration or a cycle
 * @param text what stands in the model
 */
record ModelTimer(TimerDeclarationType type, String text) {

    private static final Duration SHORTEST_CYCLE = Duration.ofMinutes(1);

    /** What waits for less does not count as waiting: a process could go round with it for ever. */
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** A duration and nothing more: from a start or to an end, the engine counts the cycles that are past one by one. */
    private static final Pattern DURATION = Pattern.compile("P[0-9A-Z.]+");

    /** At most 999 times, or without end. */
    private static final Pattern REPEATED = Pattern.compile("R\\d{0,3}/(" + DURATION + ")");

    /** At one second of a minute: so it cannot fire twice within one. */
    private static final Pattern CRON = Pattern.compile("\\d{1,2}(\\s+\\S+){5}");

    /** A method of a component, and nothing else. */
    private static final Pattern COMPONENT = Pattern.compile("\\s*[$#]\\{\\s*\\w+\\.\\w+\\(.*\\)\\s*}\\s*");

    static ModelTimer of(TimerDeclarationImpl timer) {
        return new ModelTimer(
                (TimerDeclarationType) field(timer, "type"),
                ((Expression) field(timer, "description")).getExpressionText().strip());
    }

    /**
     * @return what is wrong; empty also when an expression gives the date. A duration or cycle is never an expression: the
     *     engine would count what it gives one by one, however short it is
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

    /** @return whether the timer is certainly over almost at once, also when the process comes to it again */
    boolean hardlyWaits() {
        if (type == TimerDeclarationType.DATE && !text.startsWith("P")) {
            // A component may give another date each time; any other date is past some day.
            return !COMPONENT.matcher(text).matches();
        }
        return problem().isPresent() || untilDue().compareTo(SHORTEST_WAIT) < 0;
    }

    /** Cron comes at one second of a minute; it only must come at all. */
    private Duration shortest() {
        return text.startsWith("R") ? SHORTEST_CYCLE : Duration.ofMillis(1);
    }

    /** For what is repeated, the time between two: the engine would look for the next one step by step. */
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
