package io.rotadesk.petition.matter;

import io.rotadesk.staff.handover.LeaversWork;
import io.rotadesk.staff.unit.UnitKind;
import org.springframework.stereotype.Component;

/** Hands over a leaver's open matters: the colleague is responsible for them until they are closed (P6). */
@Component
class LeaversMatters implements LeaversWork {

    private final Responsibles responsibles;

    LeaversMatters(Responsibles responsibles) {
        this.responsibles = responsibles;
    }

    @Override
    public String kind() {
        return "matters";
    }

    @Override
    public boolean isDoneIn(UnitKind unit) {
        return unit == UnitKind.PETITION;
    }

    @Override
    public int count(String unitId, String login) {
        return responsibles.count(unitId, login);
    }

    @Override
    public void give(String unitId, String from, String to) {
        responsibles.give(unitId, from, to);
    }
}
