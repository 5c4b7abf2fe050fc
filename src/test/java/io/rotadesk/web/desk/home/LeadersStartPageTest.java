package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.Urgings;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** The start page of a reception point's leader says what waits for them, and leads there. */
@RotaDeskTest
class LeadersStartPageTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Matters matters;

    @Autowired
    Urgings urgings;

    @Autowired
    JdbcClient db;

    @Autowired
    TestClock clock;

    TownInBrowser town;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
    }

    @Test
    @Tag("P4")
    void lateMattersOfTheUnitsBelowAreCountedAndLinked() {
        Matter late = open(LocalDate.of(2026, 3, 3));
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(3)));
        DeskBrowser leader = town.as(town.centre.leader());
        DeskBrowser.Page home = leader.get("/desk");
        assertThat(home.text()).contains("1 超期未结", "0 待签发", "0 紧急通知", "在办一览").doesNotContain("??");
        assertThat(home.html()).contains("due=late");
        assertThat(leader.get("/desk/matters?unit=" + town.centre.id() + "&due=late&state=OPEN")
                        .text())
                .contains(late.number());
        assertThat(town.as(town.otherOffice.leader()).get("/desk").text()).contains("0 超期未结");
    }

    @Test
    @Tag("P4")
    void anUrgingStandsThereUntilItIsAnswered() {
        Matter matter = open(LocalDate.of(2026, 3, 20));
        var urging = urgings.urge(matter.id(), town.centre.id(), town.centre.leader(), null, null);
        DeskBrowser office = town.as(town.office.leader());
        assertThat(office.get("/desk").text()).contains("等您单位答复", matter.number(), "去答复", "1 督办未答复");
        assertThat(town.as(town.centre.leader()).get("/desk").text())
                .contains("1 督办未答复")
                .doesNotContain("等您单位答复");
        var own = urgings.urge(matter.id(), town.office.id(), town.office.leader(), null, null);
        assertThat(office.get("/desk").html())
                .as("whoever urges does not answer")
                .containsOnlyOnce("去答复")
                .contains(matter.id() + "#urgings");
        urgings.answer(matter.id(), own.id(), "在催", town.office.staff().get(0));
        urgings.answer(matter.id(), urging.id(), "正在办", town.office.leader());
        assertThat(office.get("/desk").text()).contains("0 督办未答复").doesNotContain("等您单位答复");
    }

    private Matter open(LocalDate due) {
        Matter matter = matters.begin(new NewMatter(
                town.office.id(), null, town.office.staff().get(0), "周某", "13800000601", false, 1, "道路", null, "town"));
        db.sql(
                        "update matter set state = 'RECEIVED', responsible = ?, received_at = opened_at, due_at = ?, due_kind = 'ACCEPT'"
                                + " where id = ?")
                .param(town.office.staff().get(0))
                .param(java.sql.Timestamp.valueOf(due.plusDays(1).atStartOfDay()))
                .param(matter.id().value())
                .update();
        return matters.get(matter.id());
    }
}
