package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * A leasing department for a test: two teams of three agents, a manager and a deputy. On the day that {@link TestClock}
 * begins with, team A answers calls.
 */
public record LeasingDepartment(
        String id, String manager, String deputy, List<String> callTeam, List<String> visitTeam) {

    /** Founds departments with logins that nobody else has. */
    @Component
    public static class Founder {

        /** All have the same number of digits, so that no name of one department is the beginning of another's. */
        private static final AtomicInteger founded = new AtomicInteger(1000);

        private final Units units;
        private final Roster roster;
        private final Agents agents;

        Founder(Units units, Roster roster, Agents agents) {
            this.units = units;
            this.roster = roster;
            this.agents = agents;
        }

        public LeasingDepartment found() {
            return found(UnitSettings.defaults());
        }

        /**
         * Agents are free at the hang-up, unless the settings say how long they wrap up; nobody needs a page, unless the
         * settings say for what.
         */
        public LeasingDepartment found(UnitSettings chosen) {
            UnitSettings settings = ByTelephone.unlessChosen(ByTelephone.unlessChosen(chosen, "wrapUpAfterCall", 0));
            String id = "department-" + founded.incrementAndGet();
            String prefix = id.replace("-", "");
            LeasingDepartment department = new LeasingDepartment(
                    id,
                    prefix + "manager",
                    prefix + "deputy",
                    List.of(prefix + "a1", prefix + "a2", prefix + "a3"),
                    List.of(prefix + "b1", prefix + "b2", prefix + "b3"));
            units.save(new Unit(
                    id, "招商部" + id, "广安世纪", null, List.of(department.manager), List.of(department.deputy), settings));
            StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
            add(csv, department.callTeam, "A", 1);
            add(csv, department.visitTeam, "B", 4);
            csv.append(department.manager).append(",经理,13900000098,800,-,\n");
            csv.append(department.deputy).append(",副经理,13900000099,801,-,\n");
            assertThat(roster.load(id, csv.toString()).errors()).isEmpty();
            return department;
        }

        public String extensionOf(String login) {
            return agents.get(login).extension();
        }

        private static void add(StringBuilder csv, List<String> logins, String team, int first) {
            for (int i = 0; i < logins.size(); i++) {
                int number = first + i;
                csv.append("%s,招商员%d,1390000000%d,80%d,%s,%d%n"
                        .formatted(logins.get(i), number, number, number + 1, team, i + 1));
            }
        }
    }
}
