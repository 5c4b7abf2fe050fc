package io.rotadesk.web.api.setup;

import io.rotadesk.petition.workday.CalendarText;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.platform.input.ListText;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reads and changes a petition unit's deadlines and its calendar, for administrators (docs/api.md). */
@Tag(name = "Petition units")
@RestController
@RequestMapping("/api/units/{unit}")
@PreAuthorize("@unitAccess.isAdministrator()")
class PetitionController {

    /** @param setAt the unit at which the settings were made; null for the defaults */
    @Schema(name = "PetitionSettings")
    record Answer(String setAt, Map<String, Object> settings) {}

    /** @param movedDeadlines the open deadlines that moved with the calendar */
    @Schema(name = "CalendarCounts")
    record Counts(int days, int movedDeadlines) {}

    private final PetitionSetup setup;
    private final PetitionSettingsStore store;
    private final WorkdayCalendar calendar;
    private final Units units;

    PetitionController(PetitionSetup setup, PetitionSettingsStore store, WorkdayCalendar calendar, Units units) {
        this.setup = setup;
        this.store = store;
        this.calendar = calendar;
        this.units = units;
    }

    /** The settings in force at the unit, and where they were made. */
    @Operation(summary = "Deadlines that hold at the unit, and where they were set")
    @GetMapping("/petition-settings")
    Answer settings(@PathVariable String unit) {
        PetitionSettingsStore.Source source = store.source(petition(unit));
        return new Answer(source.unitId(), source.settings().asMap());
    }

    /** Gives the unit settings of its own; settings that are left out stay as they are. */
    @Operation(summary = "Gives the unit deadlines of its own; settings that are left out stay as they are")
    @PutMapping("/petition-settings")
    Answer save(@PathVariable String unit, @RequestBody Map<String, Object> sent, Locale locale) {
        return new Answer(unit, setup.save(petition(unit), sent, locale).asMap());
    }

    /** Removes the unit's own settings: from now on those of the nearest unit above apply, or the defaults. */
    @Operation(summary = "Goes back to the deadlines of the units above")
    @DeleteMapping("/petition-settings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void inherit(@PathVariable String unit) {
        store.inherit(petition(unit));
    }

    /** The unit's own holidays and days worked instead. */
    @Operation(summary = "The unit's own holidays and days worked instead, as text")
    @GetMapping("/calendar")
    ResponseEntity<byte[]> days(@PathVariable String unit) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(CalendarText.write(calendar.own(petition(unit))).getBytes(StandardCharsets.UTF_8));
    }

    /** Replaces all of the unit's own days: all lines or none, and moves open deadlines. 400 names each bad line. */
    @Operation(summary = "Replaces the unit's own days by those of a text, all lines or none; open deadlines move")
    @PutMapping(
            path = "/calendar",
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Counts replace(@PathVariable String unit, InputStream text, Locale locale) throws IOException {
        PetitionSetup.Replaced replaced = setup.replace(petition(unit), ListText.of(ListLimits.read(text)), locale);
        return new Counts(replaced.days().size(), replaced.moves().size());
    }

    private String petition(String id) {
        Unit unit = units.get(id);
        if (unit.kind() != UnitKind.PETITION) {
            throw new NoSuchElementException("no petition unit '" + id + "'");
        }
        return id;
    }
}
