package io.rotadesk.web.api.setup;

import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.CalendarText;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.staff.roster.RosterError;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.RosterRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets a petition unit's deadlines and its calendar (P4). */
@Service
public class PetitionSetup {

    private final PetitionSettingsStore store;
    private final WorkdayCalendar calendar;

    PetitionSetup(PetitionSettingsStore store, WorkdayCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /**
     * Gives the unit settings of its own, based on those in force there now, wherever they were made.
     *
     * @param sent by the names in JSON; a setting that is left out stays as it is, null sets the default
     * @param locale of the messages about bad fields
     * @throws BadFieldsException naming every invalid field; nothing is changed then
     * @throws java.util.NoSuchElementException if there is no such petition unit
     */
    @Transactional
    public PetitionSettings save(String unitId, Map<String, ?> sent, Locale locale) {
        PetitionSettings settings = store.of(unitId);
        List<BadField> bad = new ArrayList<>();
        for (var one : sent.entrySet()) {
            try {
                settings = settings.with(one.getKey(), one.getValue());
            } catch (RosterRefusal refusal) {
                bad.add(new BadField(one.getKey(), refusal.reason(locale)));
            }
        }
        if (!bad.isEmpty()) {
            throw new BadFieldsException(bad);
        }
        store.save(unitId, settings);
        return settings;
    }

    /**
     * Adds days to those that the unit has; a day that it has already is replaced.
     *
     * @param text as {@link CalendarText} reads it
     * @param locale of the reasons
     * @return the days that were entered, or every invalid line; nothing is entered then
     * @throws java.util.NoSuchElementException if there is no such petition unit
     */
    @Transactional
    public CalendarText enter(String unitId, String text, Locale locale) {
        CalendarText read = read(text, locale);
        if (read.errors().isEmpty()) {
            calendar.enter(unitId, read.days());
        }
        return read;
    }

    /**
     * Replaces the unit's own days by those of this text.
     *
     * @throws BadRowsException naming every invalid line; nothing is changed then
     */
    @Transactional
    List<CalendarDay> replace(String unitId, String text, Locale locale) {
        CalendarText read = read(text, locale);
        if (!read.errors().isEmpty()) {
            throw new BadRowsException(
                    "setup.bad.calendar",
                    read.errors().stream()
                            .map(error -> new RosterError(error.line(), error.field(), error.reason()))
                            .toList());
        }
        calendar.replace(unitId, read.days());
        return read.days();
    }

    /** @throws io.rotadesk.staff.unit.ListTooLongException when it is too long to be a calendar */
    private static CalendarText read(String text, Locale locale) {
        ListLimits.requireSize(text);
        ListLimits.requireLines(
                text.lines().filter(Predicate.not(String::isBlank)).count());
        return CalendarText.parse(text, locale);
    }
}
