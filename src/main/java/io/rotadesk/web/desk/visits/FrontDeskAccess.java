package io.rotadesk.web.desk.visits;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Decides who may use the page of a unit's front desk: its agents, managers and deputies, and administrators. */
@Component
class FrontDeskAccess {

    private final Units units;

    FrontDeskAccess(Units units) {
        this.units = units;
    }

    /** @throws AccessDeniedException if the person may not */
    void check(String unitId, SignedInUser user) {
        if (!receives(unitId, user)) {
            throw new AccessDeniedException(user.login() + " does not belong to the front desk of " + unitId);
        }
    }

    boolean receives(String unitId, SignedInUser user) {
        return user.mayEnter(unitId)
                && Stream.of(Role.AGENT, Role.MANAGER, Role.DEPUTY, Role.ADMINISTRATOR)
                        .anyMatch(user::is);
    }

    /** @return the unit of the visit */
    Unit unitOf(VisitKey visit, SignedInUser user) {
        check(visit.unitId(), user);
        return units.get(visit.unitId());
    }
}
