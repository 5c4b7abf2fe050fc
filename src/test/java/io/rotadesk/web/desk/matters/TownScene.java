package io.rotadesk.web.desk.matters;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.petition.matter.Material;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** A town: a centre, two offices below it, and a village below the first office. Each test has its own. */
@RotaDeskTest
abstract class TownScene {

    @Autowired
    WebApplicationContext application;

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    TownInBrowser town;
    ReceptionPoint village;
    DeskBrowser top;
    DeskBrowser officeLeader;
    DeskBrowser villageLeader;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        village = founder.found(town.office.id(), 2);
        top = town.as(town.centre.leader());
        officeLeader = town.as(town.office.leader());
        villageLeader = town.as(village.leader());
    }

    Matter received(ReceptionPoint at, String name, String phone) {
        Matter matter = matters.begin(
                new NewMatter(at.id(), null, at.staff().get(0), name, phone, false, 1, "道路", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        name,
                        phone,
                        false,
                        1,
                        "门前的路坏了",
                        List.of(new Material("照片", "路面塌陷")),
                        "road",
                        "修路",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), at.staff().get(0), false);
        return matters.get(matter.id());
    }

    Matter planned(ReceptionPoint at, String name, String phone, LocalDate deadline) {
        Matter matter = received(at, name, phone);
        plans.set(
                matter.id(),
                "派人查看",
                deadline,
                "inPerson",
                clock.instant(),
                at.staff().get(0));
        return matters.get(matter.id());
    }

    static String page(Matter matter) {
        return "/desk/matters/" + matter.id();
    }

    static String list(ReceptionPoint unit, String more) {
        return "/desk/matters?unit=" + unit.id() + more;
    }
}
