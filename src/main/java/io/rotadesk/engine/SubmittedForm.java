package io.rotadesk.engine;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import org.camunda.bpm.engine.delegate.VariableScope;

/** The values of a submitted form: texts, and numbers or days written in them. A missing or blank value is null. */
public record SubmittedForm(VariableScope scope) {

    public String text(String field) {
        Object value = scope.getVariable(field);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    public boolean ticked(String field) {
        return Boolean.TRUE.equals(scope.getVariable(field));
    }

    public BigDecimal number(String field) {
        String value = text(field);
        return value == null ? null : new BigDecimal(value);
    }

    /**
     * A date picker sends a day, or a day with a time, without zone.
     *
     * @throws java.time.DateTimeException if it is not a day that a form allows
     */
    public LocalDate date(String field) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        return value.indexOf('T') < 0 ? DateTimeText.date(value) : LocalDate.from(DateTimeText.dateTime(value));
    }

    /** @param zone the zone of a time that is sent without one */
    public Instant time(String field, ZoneId zone) {
        String value = text(field);
        if (value == null) {
            return null;
        }
        TemporalAccessor time = DateTimeText.dateTime(value);
        return time instanceof LocalDateTime local ? local.atZone(zone).toInstant() : Instant.from(time);
    }
}
