package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** One of the centre's staff leads a village; at the centre they are still only staff. */
@RotaDeskTest
@Tag("P1")
class LeaderElsewhereTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Units units;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    ReceptionPoint centre;
    ReceptionPoint village;
    TestPeople people;
    String person;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = founder.found(null, 2);
        village = founder.found(centre.id(), 1);
        people = new TestPeople(accounts);
        person = centre.staff().get(0);
        people.named(person, centre.id(), Role.PETITION_STAFF);
        lead(village, List.of(person), List.of(village.deputy()));
    }

    @Test
    void aVillagesLeaderDoesNotManageTheCentreTheyWorkAt() {
        SignedInUser user = accounts.find(person).orElseThrow();
        assertThat(user.units()).containsExactlyInAnyOrder(centre.id(), village.id());
        assertThat(user.roles()).containsExactlyInAnyOrder(Role.PETITION_STAFF, Role.PETITION_LEADER);

        assertThat(orders(person, village)).isEqualTo(200);
        assertThat(orders(person, centre)).isEqualTo(403);
        assertThat(setsAnOrder(person, village)).isEqualTo(302);
        assertThat(setsAnOrder(person, centre)).isEqualTo(403);
    }

    @Test
    void aDeputyLeadsWhereTheyAreDeputy() {
        lead(village, List.of(village.leader()), List.of(person));

        assertThat(orders(person, village)).isEqualTo(200);
        assertThat(orders(person, centre)).isEqualTo(403);
    }

    @Test
    void aLeaderOfBothManagesBoth() {
        lead(centre, List.of(person), List.of(centre.deputy()));

        assertThat(orders(person, village)).isEqualTo(200);
        assertThat(orders(person, centre)).isEqualTo(200);
    }

    @Test
    void aLeaderWithOneUnitAndAnAdministratorManageAsBefore() {
        people.named(centre.leader(), centre.id(), Role.PETITION_LEADER);
        assertThat(orders(centre.leader(), centre)).isEqualTo(200);
        assertThat(orders(centre.leader(), village)).isEqualTo(403);
        String administrator = people.with(null, Role.ADMINISTRATOR).login();
        assertThat(orders(administrator, centre)).isEqualTo(200);
    }

    private int orders(String login, ReceptionPoint unit) {
        return browser(login)
                .get("/desk/duty/order?unit=" + unit.id() + "&day=2026-03-03")
                .status();
    }

    private int setsAnOrder(String login, ReceptionPoint unit) {
        return browser(login)
                .post(
                        "/desk/duty/order/planned",
                        "unit",
                        unit.id(),
                        "day",
                        "2026-03-03",
                        "queue",
                        units.get(unit.id()).kind().queues().get(0).name())
                .status();
    }

    private DeskBrowser browser(String login) {
        return DeskBrowser.of(application, accounts.find(login).orElseThrow());
    }

    private void lead(ReceptionPoint point, List<String> leaders, List<String> deputies) {
        Unit unit = units.get(point.id());
        units.save(new Unit(
                unit.id(),
                unit.kind(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                leaders,
                deputies,
                unit.settings()));
    }
}
