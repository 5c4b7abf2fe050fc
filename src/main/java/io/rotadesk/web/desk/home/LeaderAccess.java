package io.rotadesk.web.desk.home;

import io.rotadesk.access.UnitAccess;
import io.rotadesk.staff.unit.Unit;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The people who have the leaders' home page of a unit: its managers or leaders, their deputies, and administrators. */
@Component
class LeaderAccess {

    private final UnitAccess access;

    LeaderAccess(UnitAccess access) {
        this.access = access;
    }

    boolean leads(Unit unit) {
        return access.mayManage(unit.id());
    }

    /** @throws AccessDeniedException if the person does not lead the unit */
    void check(Unit unit) {
        if (!leads(unit)) {
            throw new AccessDeniedException("The home page of " + unit.id() + " is for those who lead it");
        }
    }
}
