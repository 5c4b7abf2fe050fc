package io.rotadesk.web.api.setup;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads, makes and changes units and their settings, for administrators (docs/api.md). */
@Tag(name = "Units")
@RestController
@RequestMapping("/api/units")
@PreAuthorize("@unitAccess.isAdministrator()")
class UnitController {

    private final Units units;
    private final UnitSetup setup;

    UnitController(Units units, UnitSetup setup) {
        this.units = units;
        this.setup = setup;
    }

    @Operation(summary = "All units with their settings")
    @GetMapping
    List<Unit> all() {
        return units.all();
    }

    @Operation(summary = "A unit with its settings")
    @GetMapping("/{unit}")
    Unit one(@PathVariable String unit) {
        return units.get(unit);
    }

    /** Makes the unit (201) or changes it (200); fields and settings that are left out stay as they are. */
    @Operation(summary = "Makes a unit (201) or changes it (200); fields that are left out stay as they are")
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    @PutMapping("/{unit}")
    ResponseEntity<Unit> save(@PathVariable String unit, @RequestBody Map<String, Object> sent, Locale locale) {
        UnitSetup.Saved saved = setup.save(unit, sent, locale);
        return ResponseEntity.status(saved.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(saved.unit());
    }
}
