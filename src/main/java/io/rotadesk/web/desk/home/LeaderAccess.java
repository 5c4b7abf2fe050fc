package io.rotadesk.web.desk.home;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** The people who have the leaders' home page of a unit: its managers and deputies, and administrators. */
@Component
class LeaderAccess {

    private final UnitAccess access;

    LeaderAccess(UnitAccess access) {
        this.access = access;
    }

    boolean leads(Unit unit) {
        return unit.kind() == UnitKind.LEASING && access.mayManage(unit.id());
    }

    /**
     * @throws AccessDeniedException if the person does not lead the unit
     * @throws NotThereException if it is no leasing department
     */
    void check(Unit unit) {
        if (unit.kind() != UnitKind.LEASING) {
            throw new NotThereException("no leader's home page in " + unit.id());
        }
        if (!access.mayManage(unit.id())) {
            throw new AccessDeniedException("The home page of " + unit.id() + " is for those who lead it");
        }
    }
}
