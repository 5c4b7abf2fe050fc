package io.rotadesk.web.api.setup;

import io.rotadesk.petition.matter.DeadlineMoves;
import io.rotadesk.petition.matter.DeadlineMoves.Move;
import io.rotadesk.petition.workday.CalendarDay;
import io.rotadesk.petition.workday.CalendarText;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.platform.input.BadField;
import io.rotadesk.staff.roster.RosterError;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.RosterRefusal;
import java.time.LocalDate;
import java.time.Year;
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
    private final DeadlineMoves moves;

    PetitionSetup(PetitionSettingsStore store, WorkdayCalendar calendar, DeadlineMoves moves) {
        this.store = store;
        this.calendar = calendar;
        this.moves = moves;
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
     * Reads days to add.
     *
     * @param text as {@link CalendarText} reads it
     * @param year of a notice that does not say of which year it is; null if it is not known
     * @param locale of the reasons
     * @throws io.rotadesk.staff.unit.ListTooLongException when it is too long to be a calendar
     */
    public CalendarText read(String text, Year year, Locale locale) {
        ListLimits.requireSize(text);
        ListLimits.requireLines(
                text.lines().filter(Predicate.not(String::isBlank)).count());
        return CalendarText.parse(text, year, locale);
    }

    /** The deadlines that would move if these days were added to those that the unit has. */
    public List<Move> preview(String unitId, List<CalendarDay> days) {
        return moves.preview(unitId, () -> calendar.enter(unitId, days));
    }

    /** The deadlines that would move if this day were removed. */
    public List<Move> previewRemoval(String unitId, LocalDate day) {
        return moves.preview(unitId, () -> calendar.remove(unitId, day));
    }

    /**
     * Adds days to those that the unit has, and moves the open deadlines; a day that it has already is replaced.
     *
     * @param by the login of the person who does it
     * @throws java.util.NoSuchElementException if there is no such petition unit
     */
    public List<Move> enter(String unitId, List<CalendarDay> days, String by) {
        return moves.apply(unitId, () -> calendar.enter(unitId, days), by);
    }

    /** Removes a day that the unit has entered, and moves the open deadlines. */
    public List<Move> remove(String unitId, LocalDate day, String by) {
        return moves.apply(unitId, () -> calendar.remove(unitId, day), by);
    }

    /** The days of the unit's calendar and the deadlines that moved with them. */
    record Replaced(List<CalendarDay> days, List<Move> moves) {}

    /**
     * Replaces the unit's own days by those of this text, and moves the open deadlines.
     *
     * @throws BadRowsException naming every invalid line; nothing is changed then
     */
    Replaced replace(String unitId, String text, Locale locale) {
        CalendarText read = read(text, null, locale);
        if (!read.errors().isEmpty()) {
            throw new BadRowsException(
                    "setup.bad.calendar",
                    read.errors().stream()
                            .map(error -> new RosterError(error.line(), error.field(), error.reason()))
                            .toList());
        }
        return new Replaced(read.days(), moves.apply(unitId, () -> calendar.replace(unitId, read.days()), null));
    }
}
