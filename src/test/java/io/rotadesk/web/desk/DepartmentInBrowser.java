package io.rotadesk.web.desk;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.web.api.setup.RosterSetup;
import io.rotadesk.web.api.setup.UnitSetup;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.context.WebApplicationContext;

/** A department of its own for one test: 安一, 安二 and 安三 in team A, 白一, 白二 and 白三 in team B, and a manager. */
public final class DepartmentInBrowser {

    public final String unit = TestPeople.unique("dept");
    public final SignedInUser manager;
    private final WebApplicationContext application;
    private final TestPeople people;

    /** Nobody needs a page there. */
    public DepartmentInBrowser(WebApplicationContext application) {
        this(application, Map.of("turnsNeedPage", List.of()));
    }

    public DepartmentInBrowser(WebApplicationContext application, Map<String, ?> settings) {
        this.application = application;
        this.people = new TestPeople(application.getBean(Accounts.class));
        application.getBean(UnitSetup.class).save(unit, Map.of("name", "测试招商部", "settings", settings), Locale.ENGLISH);
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        for (String team : List.of("A", "B")) {
            for (int place = 1; place <= 3; place++) {
                String login = login(team, place);
                people.named(login, unit, Role.AGENT);
                csv.append("%s,%s%s,1380000%s00%d,%s%d,%s,%d%n"
                        .formatted(
                                login,
                                team.equals("A") ? "安" : "白",
                                "一二三".charAt(place - 1),
                                team.equals("A") ? "1" : "2",
                                place,
                                team.equals("A") ? "81" : "82",
                                place,
                                team,
                                place));
            }
        }
        var load = application.getBean(RosterSetup.class).load(unit, csv.toString(), Locale.ENGLISH);
        if (!load.accepted()) {
            throw new IllegalStateException(load.errors().toString());
        }
        manager = people.with(unit, Role.MANAGER);
    }

    /** @param place from 1 */
    public String login(String team, int place) {
        return unit + team.toLowerCase(Locale.ROOT) + place;
    }

    public DeskBrowser manager() {
        return DeskBrowser.of(application, manager);
    }

    public DeskBrowser agent(String team, int place) {
        return DeskBrowser.of(
                application,
                application.getBean(Accounts.class).find(login(team, place)).orElseThrow());
    }

    public DeskBrowser administrator() {
        return DeskBrowser.of(application, people.with(null, Role.ADMINISTRATOR));
    }
}
