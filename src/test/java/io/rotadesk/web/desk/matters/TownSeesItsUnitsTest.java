package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import io.rotadesk.petition.reception.Petitions;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.DeskBrowser;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Leaders see the matters of the units below theirs; nobody looks up or sideways, whatever they type (decision 0074). */
class TownSeesItsUnitsTest extends TownScene {

    @Autowired
    Transfers transfers;

    @Autowired
    Units units;

    @Autowired
    Petitions petitions;

    @Test
    @Tag("P1")
    @Tag("P7")
    void aLeaderFindsAndOpensTheMattersOfAllUnitsBelow() {
        Matter here = received(town.centre, "方大山", "13800000201");
        Matter below = received(town.office, "梁大妈", "13800000202");
        Matter deep = received(village, "吴小兰", "13800000203");

        assertThat(top.get(list(town.centre, "")).text()).contains(here.number(), below.number(), deep.number());
        assertThat(top.get(list(town.centre, "&q=梁大妈")).text())
                .contains(below.number())
                .doesNotContain(deep.number());
        assertThat(top.get(list(town.centre, "&q=" + deep.number())).text()).contains("吴小兰");
        assertThat(top.get(list(town.centre, "&q=0203")).text()).contains("吴小兰");
        assertThat(top.get(list(town.centre, "&of=" + village.id())).text())
                .contains(deep.number())
                .doesNotContain(here.number(), below.number());
        assertThat(top.get(list(town.centre, "&of=" + town.centre.id())).text())
                .contains(here.number())
                .doesNotContain(below.number(), deep.number());
        assertThat(top.get(page(deep)).text()).contains("吴小兰", "门前的路坏了", "下级单位的事项");
        assertThat(officeLeader.get(list(town.office, "")).text())
                .as("a unit between")
                .contains(below.number(), deep.number())
                .doesNotContain(here.number());
        assertThat(officeLeader.get(page(deep)).status()).isEqualTo(200);
    }

    @Test
    @Tag("P1")
    void nobodyLooksUpOrSideways() {
        Matter here = received(town.centre, "方大山", "13800000204");
        Matter below = received(town.office, "梁大妈", "13800000205");
        Matter beside = received(town.otherOffice, "郑某", "13800000206");
        Matter deep = received(village, "吴小兰", "13800000207");

        assertThat(villageLeader.get(list(village, "")).text())
                .contains(deep.number())
                .doesNotContain(here.number(), below.number(), beside.number());
        for (Matter other : List.of(here, below, beside)) {
            assertThat(villageLeader.get(page(other)).status()).isEqualTo(404);
            assertThat(villageLeader.get(page(other) + "/notice").status()).isEqualTo(404);
            assertThat(villageLeader.get(list(village, "&q=" + other.number())).text())
                    .contains("没有找到事项");
        }
        assertThat(officeLeader.get(page(here)).status()).as("up").isEqualTo(404);
        assertThat(officeLeader.get(page(beside)).status()).as("sideways").isEqualTo(404);
        for (String typed : List.of(town.centre.id(), town.office.id(), town.otherOffice.id(), "none", "*", "%")) {
            assertThat(villageLeader
                            .get("/desk/matters?unit={unit}&of={of}", village.id(), typed)
                            .status())
                    .as("of=" + typed)
                    .isEqualTo(403);
            assertThat(villageLeader
                            .get("/desk/matters/board?unit={unit}", typed)
                            .status())
                    .as("the board of " + typed)
                    .isEqualTo(403);
        }
        assertThat(officeLeader
                        .get("/desk/matters?unit=" + town.otherOffice.id())
                        .status())
                .isEqualTo(403);
        assertThat(top.get("/desk/matters?unit=" + village.id()).status())
                .as("another unit's desk stays theirs")
                .isEqualTo(403);
    }

    @Test
    @Tag("P1")
    void staffSeeTheirOwnWorkOnlyAlsoAboveOthers() {
        Matter deep = received(village, "吴小兰", "13800000208");
        DeskBrowser clerkAbove = town.as(town.centre.staff().get(0));
        DeskBrowser colleague = town.as(village.staff().get(1));
        for (DeskBrowser clerk : List.of(clerkAbove, colleague)) {
            assertThat(clerk.get(page(deep)).status()).isEqualTo(404);
        }
        assertThat(clerkAbove.get(list(town.centre, "")).text()).doesNotContain(deep.number());
        assertThat(clerkAbove.get(list(town.centre, "&of=" + village.id())).status())
                .isEqualTo(403);
        assertThat(clerkAbove
                        .get("/desk/matters/board?unit=" + town.centre.id())
                        .status())
                .isEqualTo(403);
        assertThat(colleague
                        .get(list(village, "&responsible=" + village.staff().get(0)))
                        .text())
                .doesNotContain(deep.number());
    }

    @Test
    @Tag("P6")
    void aLeaderAboveChangesAndErasesNothing() {
        Matter deep = received(village, "吴小兰", "13800000209");
        assertThat(top.get(page(deep)).text()).doesNotContain("更改分类", "删除来访人信息", "另行指定");
        assertThat(top.post(page(deep) + "/category", "category", "land", "reason", "因为")
                        .status())
                .isEqualTo(403);
        assertThat(top.post(
                                page(deep) + "/responsible",
                                "responsible",
                                village.staff().get(1))
                        .status())
                .isEqualTo(403);
        assertThat(top.post(page(deep) + "/erase", "sure", "true").status()).isEqualTo(403);
        assertThat(top.post(page(deep) + "/coordination/end").status()).isEqualTo(403);
        assertThat(matters.get(deep.id())).isEqualTo(deep);
    }

    @Test
    @Tag("P1")
    void theFormerLeaderAboveSeesNothingMoreOfAUnitThatWasPutElsewhere() {
        Matter before = received(village, "吴小兰", "13800000210");
        Unit moved = units.get(village.id());
        units.save(new Unit(
                moved.id(),
                moved.kind(),
                moved.name(),
                moved.projectName(),
                town.otherOffice.id(),
                moved.managers(),
                moved.deputies(),
                moved.settings()));
        assertThat(officeLeader.get(page(before)).status()).isEqualTo(404);
        assertThat(officeLeader.get(list(town.office, "")).text()).doesNotContain(before.number());
        assertThat(officeLeader.get(list(town.office, "&of=" + village.id())).status())
                .isEqualTo(403);
        DeskBrowser newLeader = town.as(town.otherOffice.leader());
        assertThat(newLeader.get(page(before)).status()).isEqualTo(200);
        assertThat(newLeader.get(list(town.otherOffice, "&q=吴小兰")).text()).contains(before.number());
    }

    @Test
    @Tag("P1")
    void aLeaderStillReadsWhatAUnitBelowReceivedAndGaveAway() {
        Matter matter = received(village, "吴小兰", "13800000211");
        transfers.propose(matter.id(), town.otherOffice.id(), "归他们管", matter.responsible());
        transfers.accept(matter.id(), town.otherOffice.staff().get(0));
        transfers.move(matter.id());
        assertThat(officeLeader.get(page(matter)).text()).contains("可以查看，不能更改");
        assertThat(officeLeader.get(list(town.office, "")).text()).contains(matter.number());
        assertThat(officeLeader.post(page(matter) + "/urgings").status())
                .as("another unit's work by now")
                .isEqualTo(403);
    }

    @Test
    @Tag("P3")
    void aLeaderSeesTheVisitsToTheUnitsBelowAlsoThoseThatNobodyReceived() {
        announce(village, "吴小兰", "13800000212");
        announce(town.otherOffice, "郑某", "13800000213");
        String visits = "/desk/matters/visits?unit=";
        assertThat(top.get(visits + town.centre.id()).text()).contains("吴小兰", "郑某", "接访点" + village.id(), "正在叫号");
        assertThat(officeLeader.get(visits + town.office.id()).text())
                .contains("吴小兰")
                .doesNotContain("郑某", town.otherOffice.id());
        assertThat(top.get(visits + town.centre.id() + "&of=" + village.id()).text())
                .contains("吴小兰")
                .doesNotContain("郑某");
        assertThat(top.get(visits + town.centre.id() + "&to=2026-03-01").text()).contains("没有来访");
        assertThat(officeLeader
                        .get(visits + town.office.id() + "&of=" + town.otherOffice.id())
                        .status())
                .isEqualTo(403);
        assertThat(villageLeader.get(visits + town.office.id()).status()).isEqualTo(403);
        assertThat(town.as(village.staff().get(0)).get(visits + village.id()).status())
                .isEqualTo(403);
    }

    private void announce(ReceptionPoint at, String name, String phone) {
        petitions.announce(
                new TicketId(UUID.randomUUID().toString()),
                at.id(),
                new PetitionAnnouncement(name, phone, false, 1, null, "田埂", null, null),
                null);
    }

    @Test
    void pagesOfManyUnitsFollowOneAnother() {
        for (var unit : List.of(town.office, village)) {
            db.sql("""
                            insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, petitioner_name, state)
                            select :unit || '-' || n, :letter || '-' || lpad(n::text, 3, '0'), :root, :unit, :unit,
                                timestamptz '2026-02-02' + n * interval '7 minutes', '周' || n, 'CLOSED'
                            from generate_series(1, 40) n
                            """)
                    .param("unit", unit.id())
                    .param("letter", unit == village ? "V" : "A")
                    .param("root", town.centre.id())
                    .update();
            db.sql("insert into matter_unit select id, unit_id, opened_at from matter where unit_id = ?")
                    .param(unit.id())
                    .update();
        }
        String first = officeLeader.get(list(town.office, "")).html();
        assertThat(first).contains("A-040", "V-040", "A-016", "V-016").doesNotContain("A-015", "V-015");
        String next = org.springframework.web.util.HtmlUtils.htmlUnescape(
                first.replaceFirst("(?s).*rel=\"next\"\\s+href=\"([^\"]+)\".*", "$1"));
        String second = officeLeader
                .get(java.net.URLDecoder.decode(next, java.nio.charset.StandardCharsets.UTF_8))
                .html();
        assertThat(second)
                .contains("A-015", "V-015", "A-001", "V-001")
                .doesNotContain("A-016", "V-016", "rel=\"next\"");
    }
}
