package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** A petition reception point for a test: a leader, a deputy, and staff in their order. */
public record ReceptionPoint(String id, String leader, String deputy, List<String> staff) {

    /** Founds reception points with logins that nobody else has. */
    @Component
    public static class Founder {

        /** All have the same number of digits, so that no name of one point is the beginning of another's. */
        private static final AtomicInteger founded = new AtomicInteger(1000);

        private final Units units;
        private final Roster roster;

        Founder(Units units, Roster roster) {
            this.units = units;
            this.roster = roster;
        }

        /** @param above the unit above; null at the top */
        public ReceptionPoint found(String above, int size) {
            return found(above, size, UnitSettings.defaults());
        }

        /** @param chosen nobody needs a page, unless they say for what */
        public ReceptionPoint found(String above, int size, UnitSettings chosen) {
            String id = "reception-" + founded.incrementAndGet();
            String prefix = id.replace("-", "");
            ReceptionPoint reception = new ReceptionPoint(
                    id,
                    prefix + "leader",
                    prefix + "deputy",
                    IntStream.rangeClosed(1, size)
                            .mapToObj(place -> prefix + "s" + place)
                            .toList());
            units.save(new Unit(
                    id,
                    UnitKind.PETITION,
                    "接访点" + id,
                    null,
                    above,
                    List.of(reception.leader),
                    List.of(reception.deputy),
                    ByTelephone.unlessChosen(chosen)));
            StringBuilder csv = new StringBuilder("login,name,mobile\n");
            reception.staff.forEach(login -> csv.append(login)
                    .append(",接待员")
                    .append(reception.staff.indexOf(login) + 1)
                    .append(",\n"));
            csv.append(reception.leader).append(",负责人,\n");
            csv.append(reception.deputy).append(",副职,\n");
            assertThat(roster.load(id, csv.toString()).errors()).isEmpty();
            return reception;
        }
    }
}
