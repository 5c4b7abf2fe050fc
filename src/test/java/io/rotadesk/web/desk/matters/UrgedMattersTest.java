package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.TestClock;
import io.rotadesk.Traces;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.matter.Urging;
import io.rotadesk.petition.matter.Urgings;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.web.desk.DeskBrowser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A leader urges (督办): both sides hear of it, and an answer that does not come is told (decision 0075). */
class UrgedMattersTest extends TownScene {

    @Autowired
    Urgings urgings;

    @Autowired
    Notices notices;

    @Autowired
    MatterClosing closing;

    @Autowired
    MendingSweep sweep;

    @Test
    @Tag("P4")
    void oneClickOnTheBoardUrgesAndTheAnswerComesBack() {
        Matter matter = received(village, "吴小兰", "13800000401");
        String responsible = matter.responsible();
        assertThat(top.post(page(matter) + "/urgings", "board", town.centre.id())
                        .redirect())
                .isEqualTo("/desk/matters/board?unit=" + town.centre.id());
        Urging urging = only(matter);
        assertThat(urging.urgedBy()).isEqualTo(town.centre.leader());
        assertThat(urging.byUnit()).isEqualTo(town.centre.id());
        assertThat(urging.responsible()).isEqualTo(responsible);
        assertThat(urging.dueAt()).isAfter(clock.instant());
        for (String told : List.of(responsible, village.leader(), village.deputy())) {
            assertThat(unread(told)).as(told).containsExactly(NoticeKind.MATTER_URGED);
        }
        assertThat(words(responsible)).contains(matter.number()).doesNotContain("吴小兰", "13800000401");
        assertThat(top.get("/desk/matters/board?unit=" + town.centre.id()).text())
                .contains("督办中", "1 督办未答复");

        assertThat(top.get(page(matter)).text()).as("it is urged").doesNotContain("督办这件事");
        DeskBrowser staff = town.as(responsible);
        assertThat(staff.get(page(matter)).text()).contains("（接访点" + town.centre.id() + "）督办", "最迟");
        assertThat(staff.post(page(matter) + "/urgings/" + urging.id(), "answer", " ")
                        .said("wrong"))
                .isPresent();
        staff.post(page(matter) + "/urgings/" + urging.id(), "answer", "已进场施工");
        assertThat(only(matter).answeredBy()).isEqualTo(responsible);
        assertThat(unread(responsible)).as("nobody waits any more").isEmpty();
        assertThat(unread(town.centre.leader())).containsExactly(NoticeKind.URGING_ANSWERED);
        assertThat(top.get(page(matter)).text()).contains("已进场施工", "已答复", "答复督办", "督办这件事");
        assertThat(staff.post(page(matter) + "/urgings/" + urging.id(), "answer", "再答一次")
                        .said("wrong"))
                .as("once")
                .isPresent();
        assertThat(only(matter).answer()).isEqualTo("已进场施工");
    }

    @Test
    @Tag("P4")
    void theLeaderHearsThatNobodyAnsweredInTime() {
        Matter matter = received(village, "吴小兰", "13800000402");
        top.post(page(matter) + "/urgings", "text", "请说明进展", "due", "2026-03-04");
        sweep.look();
        assertThat(unread(town.centre.leader())).as("there still is time").isEmpty();
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(3)));
        sweep.look();
        sweep.look();
        assertThat(unread(town.centre.leader())).containsExactly(NoticeKind.URGING_LATE);
        assertThat(words(town.centre.leader())).contains(matter.number(), "2026-03-04");
        assertThat(top.get(page(matter)).text()).contains("请说明进展", "没有按时答复");
        top.post(page(matter) + "/urgings");
        assertThat(urgings.of(matter.id())).as("a late one can be urged again").hasSize(2);
        town.as(village.leader())
                .post(
                        page(matter) + "/urgings/"
                                + urgings.of(matter.id()).get(0).id(),
                        "answer",
                        "正在办");
        assertThat(top.get(page(matter)).text()).contains("超过期限才答复");
        assertThat(unread(town.centre.leader())).containsExactly(NoticeKind.URGING_ANSWERED);
    }

    @Test
    @Tag("P4")
    void twoClicksAreOneUrgingAndAClosedMatterIsNotUrged() {
        Matter matter = received(village, "吴小兰", "13800000403");
        top.post(page(matter) + "/urgings");
        top.post(page(matter) + "/urgings");
        assertThat(urgings.of(matter.id())).hasSize(1);
        officeLeader.post(page(matter) + "/urgings");
        assertThat(urgings.of(matter.id()))
                .as("another unit above urges for itself")
                .extracting(Urging::byUnit)
                .containsExactly(town.centre.id(), town.office.id());
        closing.close(matter.id(), null);
        assertThat(unread(matter.responsible())).isEmpty();
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(30)));
        sweep.look();
        assertThat(unread(town.centre.leader())).as("nobody waits for it").isEmpty();
        assertThat(top.post(page(matter) + "/urgings").said("wrong")).isPresent();
        assertThat(urgings.of(matter.id())).hasSize(2);
    }

    @Test
    @Tag("P4")
    void anUrgingOfAnEarlierRoundIsNotDueAgain() {
        Matter matter = received(village, "吴小兰", "13800000407");
        top.post(page(matter) + "/urgings");
        closing.close(matter.id(), null);
        assertThat(top.get(page(matter)).text()).contains("已随事项办结").doesNotContain("督办中");
        comesBack(matter);

        assertThat(matters.get(matter.id()).isOpen()).isTrue();
        assertThat(urgings.waiting(List.of(village.id()), 10)).isEmpty();
        assertThat(urgings.asked(village.id(), village.leader(), 10)).isEmpty();
        assertThat(top.get("/desk/matters/board?unit=" + town.centre.id()).text())
                .contains("0 督办未答复")
                .doesNotContain("督办中");
        assertThat(top.get(list(town.centre, "&urged=true")).text()).doesNotContain(matter.number());
        DeskBrowser staff = town.as(matter.responsible());
        assertThat(staff.post(page(matter) + "/urgings/" + only(matter).id(), "answer", "补一句")
                        .said("wrong"))
                .contains("desk.matters.urging.urgingAnswer.over");
        clock.forward(Duration.ofDays(30));
        sweep.look();
        assertThat(unread(town.centre.leader())).doesNotContain(NoticeKind.URGING_LATE);
        assertThat(top.get(page(matter)).text()).contains("督办这件事", "已随事项办结");
        top.post(page(matter) + "/urgings");
        assertThat(urgings.waiting(List.of(village.id()), 10))
                .extracting(Urging::id)
                .containsExactly(urgings.of(matter.id()).get(1).id());
    }

    private void comesBack(Matter closed) {
        String responsible = closed.responsible();
        Matter visit = matters.begin(new NewMatter(
                village.id(), null, responsible, "吴小兰", closed.petitionerPhone(), false, 1, "道路", null, "town"));
        receptions.record(
                visit.id(),
                new ReceptionRecord(
                        "吴小兰",
                        closed.petitionerPhone(),
                        false,
                        1,
                        "又坏了",
                        List.of(),
                        "road",
                        "再修",
                        closed.number(),
                        true,
                        "town",
                        "ordinary"));
        receptions.received(visit.id(), responsible, true);
        receptions.reopen(visit.id(), responsible);
    }

    @Test
    @Tag("P1")
    void onlyLeadersOfTheUnitOrAboveUrgeAndTheUrgedAnswer() {
        Matter matter = received(village, "吴小兰", "13800000404");
        DeskBrowser responsible = town.as(matter.responsible());
        assertThat(responsible.post(page(matter) + "/urgings").status()).isEqualTo(403);
        assertThat(town.as(town.otherOffice.leader())
                        .post(page(matter) + "/urgings")
                        .status())
                .as("sideways")
                .isEqualTo(404);
        assertThat(town.as(town.centre.staff().get(0))
                        .post(page(matter) + "/urgings")
                        .status())
                .isEqualTo(404);
        assertThat(urgings.of(matter.id())).isEmpty();
        villageLeader.post(page(matter) + "/urgings");
        String answer = page(matter) + "/urgings/" + only(matter).id();
        assertThat(villageLeader.post(answer, "answer", "我自己答").status())
                .as("the leader who urged")
                .isEqualTo(403);
        assertThat(top.post(answer, "answer", "代答").status()).as("above").isEqualTo(403);
        Matter other = received(village, "郑某", "13800000405");
        responsible.post(page(other) + "/urgings/" + only(matter).id(), "answer", "别处");
        assertThat(only(matter).isAnswered())
                .as("by the address of another matter")
                .isFalse();
        for (String wrong : List.of("2026-03-01", "2036-03-01")) {
            assertThat(officeLeader
                            .post(page(matter) + "/urgings", "due", wrong)
                            .said("wrong"))
                    .isPresent();
        }
        assertThat(officeLeader.post(page(matter) + "/urgings", "due", "soon").status())
                .isEqualTo(400);
    }

    @Test
    @Tag("P4")
    void aTypedUrgingStaysWhenItIsRefused() {
        Matter matter = received(village, "吴小兰", "13800000407");
        var early = top.post(page(matter) + "/urgings", "text", "请说明进展", "due", "2026-03-01");
        assertThat(top.follow(early).html()).contains("请说明进展</textarea>", "value=\"2026-03-01\"");
        var late = top.post(page(matter) + "/urgings", "due", "2036-03-01");
        assertThat(top.follow(late).html())
                .as("also without a text")
                .contains("value=\"2036-03-01\"", "id=\"urge\" open=\"open\"");

        top.post(page(matter) + "/urgings");
        DeskBrowser staff = town.as(matter.responsible());
        String answer = page(matter) + "/urgings/" + only(matter).id();
        var tooLong = staff.post(answer, "answer", "已进场施工" + "。".repeat(1000));
        assertThat(staff.follow(tooLong).html()).contains(">已进场施工。");
        villageLeader.post(answer, "answer", "正在办");
        assertThat(staff.follow(staff.post(answer, "answer", "已进场施工")).text())
                .as("a colleague was faster")
                .contains("您填写的内容没有保存", "已进场施工");

        closing.close(matter.id(), null);
        assertThat(top.follow(top.post(page(matter) + "/urgings", "text", "怎么还没有办"))
                        .text())
                .contains("您填写的内容没有保存", "怎么还没有办");
    }

    @Test
    @Tag("P2")
    void bothTextsGoWithThePetitioner() {
        Matter matter = received(village, "吴小兰", "13800000406");
        String asked = Traces.own("请说明");
        String answered = Traces.own("已说明");
        top.post(page(matter) + "/urgings", "text", asked);
        urgings.answer(matter.id(), only(matter).id(), answered, matter.responsible());
        closing.close(matter.id(), null);
        matters.erasePetitioner(matter.id(), village.leader());
        assertThat(top.get(page(matter)).text()).doesNotContain(asked, answered);
        assertThat(only(matter).text()).isNull();
        assertThat(only(matter).answer()).isNull();
    }

    private Urging only(Matter matter) {
        return urgings.of(matter.id()).get(0);
    }

    private List<NoticeKind> unread(String login) {
        return notices.unread(login).stream().map(Notice::kind).toList();
    }

    private String words(String login) {
        return notices.unread(login).get(0).words().toString();
    }
}
