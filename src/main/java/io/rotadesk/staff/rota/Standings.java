package io.rotadesk.staff.rota;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the people of a unit are doing now, for those who choose somebody. One statement, however many they are. */
@Component
public class Standings {

    /**
     * What one person is doing.
     *
     * @param unavailable why they cannot take what is meant for them in person; null if they can
     * @param serving whether they have a call or a visitor, or one rings at them
     * @param pageClosedAt when they closed their last page; null unless that is why they cannot
     * @param missed whether they have missed the contact that was asked about
     */
    public record Standing(TurnReason unavailable, boolean serving, Instant pageClosedAt, boolean missed) {

        public boolean isFree() {
            return unavailable == null;
        }
    }

    private final Availability availability;
    private final DutyDays days;
    private final Units units;

    Standings(Availability availability, DutyDays days, Units units) {
        this.availability = availability;
        this.days = days;
        this.units = units;
    }

    /**
     * @param logins of people of this unit
     * @param queue in which the contact is offered; null if it does not matter whether they have a page open
     * @param contact null for none
     */
    @Transactional(readOnly = true)
    public Map<String, Standing> of(String unitId, Collection<String> logins, Queue queue, Contact contact) {
        Map<String, Standing> all = new HashMap<>();
        availability
                .situations(logins, days.date(unitId), contact)
                .forEach((login, situation) -> all.put(login, standing(situation, unitId, queue)));
        return all;
    }

    private Standing standing(Situation situation, String unitId, Queue queue) {
        Doing doing = situation.whateverWasMissed().in(queue, units.get(unitId).settings());
        return new Standing(
                doing.unavailableInPerson(), doing.serving() != null, doing.pageClosedAt(), situation.misses() > 0);
    }
}
