package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.MatterFilter;
import io.rotadesk.staff.unit.Unit;
import java.time.Clock;
import java.util.List;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Turns what somebody chose on the page into a search among the units whose matters they see. */
@Component
class ChosenMatters {

    private final Clock clock;

    ChosenMatters(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param unit the viewer's unit
     * @param led the units that the viewer leads, the viewer's first; empty for somebody who leads none
     * @throws AccessDeniedException if a unit is chosen that is not among them
     */
    MatterFilter filter(Unit unit, List<Unit> led, MatterQuery query) {
        String of = query.of();
        if (of != null
                && !of.equals(unit.id())
                && led.stream().noneMatch(one -> one.id().equals(of))) {
            throw new AccessDeniedException("Not a unit below " + unit.id() + ": " + of);
        }
        boolean all = of == null && led.size() > 1;
        return query.filter(
                all || of == null ? unit.id() : of, all, unit.settings().zone(), clock);
    }
}
