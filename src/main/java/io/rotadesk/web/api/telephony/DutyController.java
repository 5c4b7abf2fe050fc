package io.rotadesk.web.api.telephony;

import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Units;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Today's duty: teams, order, who is next, who is free. */
@Tag(name = "Who is on duty")
@RestController
class DutyController {

    private final Rota rota;
    private final Units units;

    DutyController(Rota rota, Units units) {
        this.rota = rota;
        this.units = units;
    }

    @Operation(summary = "Today's teams, the order of each queue, who is next and who is free")
    @GetMapping("/api/units/{unit}/duty")
    @PreAuthorize("@unitAccess.mayPhone(#unit)")
    DutyBoard today(@PathVariable String unit) {
        return rota.today(units.get(unit).id());
    }
}
