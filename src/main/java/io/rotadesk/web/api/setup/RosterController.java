package io.rotadesk.web.api.setup;

import io.rotadesk.platform.input.ListText;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.ListLimits;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads and loads a unit's roster as CSV, for administrators (docs/api.md). */
@Tag(name = "Rosters")
@RestController
@RequestMapping("/api/units/{unit}/roster")
@PreAuthorize("@unitAccess.isAdministrator()")
class RosterController {

    private static final String CSV = "text/csv";

    private final RosterSetup setup;
    private final Units units;

    RosterController(RosterSetup setup, Units units) {
        this.setup = setup;
        this.units = units;
    }

    /** Loads all rows or none; 400 names each bad row, 413 means that the file is too long for a roster. */
    @Operation(summary = "Loads a roster as CSV; all rows or none")
    @PutMapping(consumes = {CSV, MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
    Counts load(@PathVariable String unit, InputStream csv, Locale locale) throws IOException {
        RosterLoad load = setup.load(unit, ListText.of(ListLimits.read(csv)), locale);
        if (!load.accepted()) {
            throw new BadRowsException("setup.bad.rows", load.errors());
        }
        return new Counts(
                load.added().size(),
                load.changed().size(),
                load.unchanged().size(),
                load.left().size());
    }

    @Operation(summary = "The roster as CSV that can be loaded again")
    @GetMapping
    ResponseEntity<byte[]> csv(@PathVariable String unit, Locale locale) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .body(setup.csv(units.get(unit).id(), locale).getBytes(StandardCharsets.UTF_8));
    }

    /** @param left how many of the changed people left with this load */
    @Schema(name = "RosterCounts")
    record Counts(int added, int changed, int unchanged, int left) {}
}
