package io.rotadesk.web.desk.duty;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.visit.WaitingLine;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.reception.ReceptionBoard;
import io.rotadesk.petition.reception.TicketState;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.web.desk.matters.MatterSights;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The figures that every page of a unit shows: how many wait to be received, and how much is overdue. */
@Component
public class Pending {

    private final WaitingLine visitors;
    private final ReceptionBoard petitioners;
    private final SeenMatters matters;
    private final MatterSights sights;
    private final Clock clock;

    Pending(WaitingLine visitors, ReceptionBoard petitioners, SeenMatters matters, MatterSights sights, Clock clock) {
        this.sights = sights;
        this.visitors = visitors;
        this.petitioners = petitioners;
        this.matters = matters;
        this.clock = clock;
    }

    public void show(Unit unit, SignedInUser user, Model page) {
        boolean receivesPetitioners = unit.kind() == UnitKind.PETITION;
        page.addAttribute(
                "waiting",
                receivesPetitioners ? petitioners(unit) : visitors.of(unit.id()).size());
        page.addAttribute("overlong", receivesPetitioners ? petitioners.overlong(unit.id()) : 0);
        page.addAttribute("overdue", receivesPetitioners ? matters.overdue(sights.viewer(unit.id(), user)) : 0);
    }

    private int petitioners(Unit unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        return (int) petitioners.order(unit.id(), today).stream()
                .filter(place -> place.ticket().state() == TicketState.WAITING)
                .count();
    }
}
