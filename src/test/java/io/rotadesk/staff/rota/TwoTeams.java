package io.rotadesk.staff.rota;

import io.rotadesk.ByTelephone;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.util.concurrent.atomic.AtomicInteger;

/** A unit of its own for a test, with teams A and B: agents a1.. and b1.., under logins that no other test has. */
public record TwoTeams(String id, int size) {

    /** All have the same number of digits, so that no name is the beginning of another. */
    private static final AtomicInteger made = new AtomicInteger(1000);

    /** @param settings nobody needs a page, unless they say for what */
    public static TwoTeams of(int size, Units units, Roster roster, UnitSettings settings) {
        TwoTeams department = new TwoTeams("unit-" + made.incrementAndGet(), size);
        units.save(new Unit(department.id, "招商部", "广安世纪", null, null, null, ByTelephone.unlessChosen(settings)));
        RosterLoad load = roster.load(department.id, department.csv());
        if (!load.accepted()) {
            throw new AssertionError(load.errors());
        }
        return department;
    }

    public String login(String seat) {
        return id.replace("-", "") + seat;
    }

    /** The seat of a login: a1, b2 … */
    public String seat(String login) {
        return login == null ? null : login.substring(id.length() - 1);
    }

    private String csv() {
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        for (int place = 1; place <= size; place++) {
            csv.append(login("a" + place))
                    .append(",甲")
                    .append(place)
                    .append(",,,A,")
                    .append(place)
                    .append('\n');
            csv.append(login("b" + place))
                    .append(",乙")
                    .append(place)
                    .append(",,,B,")
                    .append(place)
                    .append('\n');
        }
        return csv.toString();
    }
}
