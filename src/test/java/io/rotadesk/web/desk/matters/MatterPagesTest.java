package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.Traces;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.Extensions.Decision;
import io.rotadesk.petition.matter.Instructions;
import io.rotadesk.petition.matter.Material;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterDeadlines;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.TownInBrowser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

@RotaDeskTest
class MatterPagesTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 3, 20);

    @Autowired
    WebApplicationContext application;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    Extensions extensions;

    @Autowired
    MatterDeadlines deadlines;

    @Autowired
    MatterClosing closing;

    @Autowired
    Coordination coordination;

    @Autowired
    Transfers transfers;

    @Autowired
    Instructions instructions;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    TownInBrowser town;
    String responsible;
    DeskBrowser staff;
    DeskBrowser colleague;
    DeskBrowser leader;
    DeskBrowser askedStaff;
    DeskBrowser askedLeader;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        responsible = town.office.staff().get(0);
        staff = town.as(responsible);
        colleague = town.as(town.office.staff().get(1));
        leader = town.as(town.office.leader());
        askedStaff = town.as(town.otherOffice.staff().get(0));
        askedLeader = town.as(town.otherOffice.leader());
    }

    @Test
    @Tag("P2")
    void thePetitionersConcernIsOnThePageAsItWasWritten() {
        Matter matter = received("周<i>某</i>", "13800000101", "门前的路坏了 ${7*7} <script>alert(1)</script>");
        var page = staff.get(page(matter));
        assertThat(page.html())
                .doesNotContain("<i>某</i>", "<script>alert", "${49}")
                .contains("${7*7}");
        assertThat(page.text())
                .contains(
                        matter.number(),
                        "周<i>某</i>",
                        "修路",
                        "来访人已确认",
                        "照片",
                        "路面塌陷",
                        "道路和水电",
                        "告知方式和时限",
                        "还有 11 个工作日",
                        "接待来访人");
        assertThat(staff.in(Locale.ENGLISH).get(page(matter)).text())
                .contains("Confirmed", "11 working days left", "Petitioner received")
                .doesNotContain("??");
    }

    @Test
    @Tag("P1")
    @Tag("P6")
    void onlyTheResponsiblePersonLeadersAndAdministratorsSeeAMatter() {
        Matter matter = received("周某", "13800000102", "路");
        assertThat(staff.get(page(matter)).status()).isEqualTo(200);
        assertThat(leader.get(page(matter)).status()).isEqualTo(200);
        assertThat(town.administrator().get(page(matter)).status()).isEqualTo(200);
        DeskBrowser aboveButNoLeader = town.as(town.centre.staff().get(0));
        for (DeskBrowser outside : List.of(colleague, askedStaff, askedLeader, aboveButNoLeader)) {
            assertThat(outside.get(page(matter)).status()).isEqualTo(404);
            assertThat(outside.get(page(matter) + "/notice").status()).isEqualTo(404);
        }
        assertThat(staff.get("/desk/matters/none").status()).isEqualTo(404);
        assertThat(listOf(staff, town.office)).contains(matter.number());
        assertThat(listOf(leader, town.office)).contains(matter.number());
        assertThat(listOf(colleague, town.office)).doesNotContain(matter.number());
        assertThat(listOf(askedLeader, town.otherOffice)).doesNotContain(matter.number());
        assertThat(askedLeader.get("/desk/matters?unit=" + town.office.id()).status())
                .as("another unit's register")
                .isEqualTo(403);
    }

    @Test
    @Tag("P6")
    void aUnitThatIsAskedReadsWhileItIsAsked() {
        Matter matter = planned("13800000103");
        coordination.ask(matter.id(), List.of(town.otherOffice.id()), "请查看路面", responsible);
        assertThat(askedStaff.get(page(matter)).text())
                .contains("可以查看，不能更改", "请查看路面", "等待答复")
                .doesNotContain("更改分类", "删除来访人信息", "不再等候");
        assertThat(listOf(askedStaff, town.otherOffice)).contains(matter.number());
        assertThat(askedLeader.get(page(matter)).text()).doesNotContain("更改分类", "删除来访人信息", "另行指定");
        assertChangesNothing(askedStaff, matter);
        assertChangesNothing(askedLeader, matter);

        coordination.answer(matter.id(), town.otherOffice.id(), true, null, town.otherOffice.leader());
        assertThat(askedStaff.get(page(matter)).status()).isEqualTo(404);
        assertThat(askedLeader.get(page(matter)).status()).isEqualTo(404);
        assertThat(listOf(askedLeader, town.otherOffice)).doesNotContain(matter.number());
        assertThat(staff.get(page(matter)).text()).contains("没有要做的");
    }

    @Test
    @Tag("P6")
    void theSuperiorReadsUntilTheInstructionIsGiven() {
        Matter matter = planned("13800000104");
        DeskBrowser above = town.as(town.centre.leader());
        instructions.report(matter.id(), "涉及三个村", responsible);
        assertThat(above.get(page(matter)).text()).contains("涉及三个村", "等待批示");
        assertThat(town.as(town.centre.staff().get(0)).get(page(matter)).status())
                .as("instructions are the leaders'")
                .isEqualTo(404);
        instructions.instruct(matter.id(), "会同农业服务中心办理", town.centre.leader());
        assertThat(above.get(page(matter)).text())
                .as("a leader above goes on looking")
                .doesNotContain("等待批示");
        assertThat(leader.get(page(matter)).text()).contains("会同农业服务中心办理", "负责人批示");
    }

    @Test
    @Tag("P1")
    void afterATransferTheFirstUnitOnlyReads() {
        Matter matter = planned("13800000105");
        transfers.propose(matter.id(), town.otherOffice.id(), "属其管辖", responsible);
        assertThat(askedStaff.get(page(matter)).status()).isEqualTo(200);
        transfers.accept(matter.id(), town.otherOffice.staff().get(0));
        transfers.move(matter.id());

        assertThat(askedStaff.get(page(matter)).text()).contains("更改分类", "已接收").doesNotContain("可以查看，不能更改");
        assertThat(staff.get(page(matter)).text()).as("who received looks on").contains("可以查看，不能更改");
        assertThat(leader.get(page(matter)).text()).contains("可以查看，不能更改").doesNotContain("删除来访人信息");
        assertChangesNothing(staff, matter);
        assertChangesNothing(leader, matter);
    }

    private void assertChangesNothing(DeskBrowser who, Matter matter) {
        Matter before = matters.get(matter.id());
        assertThat(who.post(page(matter) + "/category", "category", "land", "reason", "因为")
                        .status())
                .isEqualTo(403);
        assertThat(who.post(page(matter) + "/responsible", "responsible", before.responsible())
                        .status())
                .isEqualTo(403);
        assertThat(who.post(page(matter) + "/coordination/end").status()).isEqualTo(403);
        assertThat(who.get(page(matter) + "/erase").status()).isEqualTo(403);
        assertThat(who.post(page(matter) + "/erase", "sure", "true").status()).isEqualTo(403);
        assertThat(matters.get(matter.id())).isEqualTo(before);
    }

    @Test
    @Tag("P7")
    void theResponsiblePersonPutsItIntoAnotherCategoryWithAReason() {
        Matter matter = received("周某", "13800000106", "路");
        assertThat(staff.post(page(matter) + "/category", "category", "nonsense", "reason", "因为")
                        .redirect())
                .isEqualTo(page(matter));
        staff.post(page(matter) + "/category", "category", "housing", "reason", " ");
        assertThat(matters.get(matter.id()).category()).isEqualTo("road");
        staff.post(page(matter) + "/category", "category", "housing", "reason", "实为房屋漏水");
        assertThat(matters.get(matter.id()).category()).isEqualTo("housing");
        assertThat(leader.get(page(matter)).text()).contains("道路和水电 → 住房和拆迁：实为房屋漏水");
    }

    @Test
    @Tag("P6")
    void theLeaderNamesAnotherResponsiblePerson() {
        Matter matter = received("周某", "13800000107", "路");
        String other = town.office.staff().get(1);
        assertThat(staff.post(page(matter) + "/responsible", "responsible", other)
                        .status())
                .as("not the responsible person's to decide")
                .isEqualTo(403);
        leader.post(
                page(matter) + "/responsible",
                "responsible",
                town.otherOffice.staff().get(0),
                "reason",
                "休假");
        leader.post(page(matter) + "/responsible", "responsible", other, "reason", " ");
        assertThat(matters.get(matter.id()).responsible()).isEqualTo(responsible);
        leader.post(page(matter) + "/responsible", "responsible", other, "reason", "休假");
        assertThat(leader.get(page(matter)).text()).contains("指定责任人", "：休假");
        assertThat(matters.get(matter.id()).responsible()).isEqualTo(other);
        assertThat(colleague.get(page(matter)).status()).isEqualTo(200);
        assertThat(staff.get(page(matter)).text()).as("who received looks on").contains("可以查看，不能更改");
    }

    @Test
    @Tag("P6")
    void nobodyWaitsAnyLongerForUnitsThatDoNotAnswer() {
        Matter matter = planned("13800000108");
        coordination.ask(matter.id(), List.of(town.otherOffice.id(), town.centre.id()), "请查看", responsible);
        coordination.answer(matter.id(), town.centre.id(), false, "已列入计划", town.centre.leader());
        assertThat(staff.get(page(matter)).text()).contains("不再等候", "已列入计划");
        staff.post(page(matter) + "/coordination/end");
        assertThat(coordination.unitsAsked(matter.id())).isEmpty();
        assertThat(staff.get(page(matter)).text()).contains("没有再等");
        assertThat(askedStaff.get(page(matter)).status()).isEqualTo(404);
    }

    @Test
    @Tag("P2")
    void aLeaderErasesThePetitionerAfterASecondLook() {
        Matter matter = received("周某人", "13800000109", "门前的路坏了");
        assertThat(staff.post(page(matter) + "/erase", "sure", "true").status()).isEqualTo(403);
        assertThat(leader.get(page(matter) + "/erase").text()).contains("周某人", "不能恢复");
        leader.post(page(matter) + "/erase");
        assertThat(matters.get(matter.id()).petitionerName()).isEqualTo("周某人");
        leader.post(page(matter) + "/erase", "sure", "true");
        assertThat(matters.get(matter.id()).petitionerName())
                .as("while it is open somebody has to answer them")
                .isEqualTo("周某人");
        assertThat(leader.get(page(matter)).text()).doesNotContain("删除来访人信息");
        var byNumber = leader.post("/desk/erasures?unit=" + town.office.id(), "number", "13800000109", "sure", "true");
        assertThat(byNumber.status()).isEqualTo(409);
        assertThat(byNumber.text()).contains("还没有办结：" + matter.number());
        closing.settled(matter.id(), "讲清了", true, responsible);
        closing.close(matter.id(), null);
        assertThat(leader.get(page(matter)).text()).contains("删除来访人信息");
        assertThat(leader.post(page(matter) + "/erase", "sure", "true").redirect())
                .isEqualTo(page(matter));
        assertThat(leader.get(page(matter)).text())
                .contains("来访人信息已删除", matter.number())
                .doesNotContain("周某人", "138 0000 0109", "门前的路坏了", "路面塌陷");
    }

    @Test
    @Tag("P4")
    void theRegisterIsSearchedAndShowsWhatIsOverdue() {
        Matter late = planned("13800000110");
        Matter early = received("吴某", "13800000111", "路");
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(21)));
        deadlines.overdue(late.id(), late.dueAt(), "负责人");
        String register = "/desk/matters?unit=" + town.office.id();
        assertThat(leader.get(register).text()).contains(late.number(), "超期 1 个工作日", early.number(), "1 超期未结");
        assertThat(leader.get(register + "&overdue=true").text())
                .contains(late.number())
                .doesNotContain(early.number());
        assertThat(leader.get(register + "&q=" + early.number()).text())
                .contains(early.number())
                .doesNotContain(late.number());
        assertThat(leader.get(register + "&q=0000 0111").text()).contains("吴某").doesNotContain(late.number());
        assertThat(leader.get(register + "&q=吴").text()).contains("吴某").doesNotContain(late.number());
        assertThat(leader.get(register + "&state=RECEIVED").text())
                .contains(early.number())
                .doesNotContain(late.number());
        assertThat(leader.get(register + "&category=land").text()).contains("没有找到事项");
        assertThat(leader.get(register + "&state=NONE").status()).isEqualTo(400);
        assertThat(leader.get("/desk/duty?unit=" + town.office.id()).text()).contains("1 件事项超期");
        assertThat(staff.get("/desk?unit=" + town.office.id()).text()).contains("1 件事项超期");
        assertThat(colleague.get("/desk?unit=" + town.office.id()).text()).doesNotContain("件事项超期");
    }

    @Test
    void olderMattersAreOnTheNextPageOfWhatIsLookedFor() {
        db.sql("""
                        insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, petitioner_name, state)
                        select :unit || '-' || n, 'G-' || lpad(n::text, 3, '0'), :root, :unit, :unit,
                            timestamptz '2026-02-02' + n * interval '7 minutes', '周' || n, 'RECEIVED'
                        from generate_series(1, 60) n
                        """)
                .param("unit", town.office.id())
                .param("root", town.centre.id())
                .update();
        db.sql("insert into matter_unit select id, unit_id, opened_at from matter where unit_id = ?")
                .param(town.office.id())
                .update();

        DeskBrowser.Page first = leader.get("/desk/matters?state=RECEIVED&unit=" + town.office.id());
        assertThat(first.text()).contains("G-060", "G-011").doesNotContain("G-010");
        String next =
                HtmlUtils.htmlUnescape(first.html().replaceFirst("(?s).*rel=\"next\"\\s+href=\"([^\"]+)\".*", "$1"));
        assertThat(next).contains("state=RECEIVED");
        DeskBrowser.Page second = leader.get(URLDecoder.decode(next, StandardCharsets.UTF_8));
        assertThat(second.text()).contains("G-010", "G-001").doesNotContain("G-011");
        assertThat(second.html()).doesNotContain("rel=\"next\"");
        assertThat(leader.get("/desk/matters?after=spoilt&unit=" + town.office.id())
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("P4")
    void theNoticeSaysHowUntilWhenAndWhomToAsk() {
        Matter matter = received("周某", "13800000112", "门前的路坏了");
        assertThat(staff.get(page(matter) + "/notice").text())
                .as("before the plan is saved there is a gap for the method")
                .contains("受理告知书", "草稿", "周某", "修路", "责任单位", "【请填写：处理方式】", "制作成文书");
        plans.set(matter.id(), "会同建设所查看后修补", DEADLINE, "inPerson", clock.instant(), responsible);
        assertThat(staff.get(page(matter) + "/notice").text())
                .contains("受理告知书", matter.number(), "周某：", "2026年3月2日", "会同建设所查看后修补", "最迟 2026年3月20日", "接待员1")
                .doesNotContain("延期", "【请填写：处理方式】");
        Traces.assertNone(Stream.of(staff.get(page(matter) + "/notice").text()), "13800000112");
        assertThat(staff.in(Locale.ENGLISH).get(page(matter) + "/notice").text())
                .as("papers stay Chinese")
                .contains("Make the paper", "受理告知书", "2026年3月20日")
                .doesNotContain("??");

        extensions.ask(matter.id(), "等材料到货", LocalDate.of(2026, 4, 3), responsible);
        extensions.decide(matter.id(), Decision.APPROVED, null, null, town.office.leader());
        assertThat(staff.get(page(matter) + "/notice").text())
                .contains("延长期限告知书", "原定最迟 2026年3月20日 办结", "等材料到货", "最迟 2026年4月3日");
    }

    @Test
    @Tag("P4")
    void aClosedMatterShowsItsReply() {
        Matter matter = planned("13800000113");
        closing.replied(matter.id(), "已经修好", "phone", clock.instant(), true, "resolved", responsible);
        closing.close(matter.id(), responsible);
        assertThat(staff.get(page(matter)).text())
                .contains("已经修好", "电话告知", "满意", "已解决", "已办结")
                .doesNotContain("个工作日");
        staff.post(page(matter) + "/coordination/end");
        leader.post(
                page(matter) + "/responsible",
                "responsible",
                town.office.staff().get(1));
        assertThat(matters.get(matter.id()).responsible()).isEqualTo(responsible);
    }

    @Test
    @Tag("P2")
    void aRepeatVisitLeadsToTheMatterThatGoesOn() {
        Matter matter = planned("13800000114");
        Matter visit = registered("周某", "13800000114");
        receptions.record(visit.id(), record("周某", "13800000114", "路还没修", matter.number()));
        receptions.received(visit.id(), town.office.staff().get(1), true);
        receptions.join(visit.id(), town.office.staff().get(1));
        assertThat(staff.get(page(visit)).text())
                .as("the record of the visit leads to the matter")
                .contains(visit.number(), "事项并入", matter.number(), "路还没修");
        assertThat(staff.get(page(visit)).html()).contains("href=\"" + page(matter) + "\"");
        assertThat(staff.get(page(matter)).html())
                .as("and the matter to the record")
                .contains("href=\"" + page(visit) + "\"");
        assertThat(colleague.get(page(matter)).text())
                .as("who received the repeat visit")
                .contains("来访 2 次", "再次来访", "路还没修", "可以查看，不能更改");
    }

    @Test
    @Tag("P4")
    @Tag("P6")
    void eachRoundOfAMatterHasItsAnswerOnThePage() {
        Matter matter = planned("13800000116");
        closing.replied(matter.id(), "第一次修补", "phone", clock.instant(), false, "partlyResolved", responsible);
        closing.close(matter.id(), responsible);
        Matter visit = registered("周某", "13800000116");
        receptions.record(visit.id(), record("周某", "13800000116", "又坏了", matter.number()));
        receptions.received(visit.id(), responsible, true);
        receptions.reopen(visit.id(), responsible);

        assertThat(leader.get(page(matter)).text())
                .contains("第 1 次办理的答复", "第一次修补", "不满意", "部分解决", "还没有明确", "以前的方案", "复查办结")
                .doesNotContain("这一次的答复");
        closing.settled(matter.id(), "第二次重铺", true, responsible);
        closing.close(matter.id(), responsible);
        assertThat(leader.get(page(matter)).text()).contains("第 1 次办理的答复", "第一次修补", "这一次的答复", "第二次重铺", "满意");
        assertThat(leader.in(Locale.ENGLISH).get(page(matter)).text())
                .contains("Reply of round 1", "Not satisfied", "Reply of this round")
                .doesNotContain("??");
    }

    @Test
    @Tag("P4")
    @Tag("P7")
    void aMatterThatWasOverdueIsFoundAlsoAfterAnExtension() {
        Matter late = planned("13800000117");
        clock.set(late.dueAt().plus(Duration.ofHours(9)));
        deadlines.overdue(late.id(), late.dueAt(), "负责人");
        extensions.ask(late.id(), "等材料到货", LocalDate.of(2026, 4, 3), responsible);
        extensions.decide(late.id(), Decision.APPROVED, null, null, town.office.leader());
        assertThat(staff.get(page(late)).text()).contains("延到 2026-04-03 已批准，告知来访人后生效", "超期");
        extensions.told(late.id(), "phone", clock.instant(), responsible);

        assertThat(staff.get(page(late)).text())
                .contains("延期后办结，最迟 2026-04-03", "曾超期", "超期记录", "办结：2026-03-20 到期，2026-03-21 08:59 起超期")
                .doesNotContain("告知来访人后生效");
        assertThat(leader.get("/desk/matters?overdue=true&unit=" + town.office.id())
                        .text())
                .contains(late.number(), "曾超期");
        assertThat(leader.get("/desk/duty?unit=" + town.office.id()).text()).doesNotContain("件事项超期");
    }

    @Test
    void aFormOfAnotherSiteChangesNothing() {
        Matter matter = received("周某", "13800000115", "路");
        for (String action : List.of("category", "responsible", "coordination/end", "erase")) {
            var forged = MockMvcRequestBuilders.post(page(matter) + "/" + action)
                    .param("category", "land")
                    .param("reason", "因为")
                    .param("responsible", town.office.staff().get(1))
                    .param("sure", "true");
            assertThat(leader.send(forged).status()).as(action).isEqualTo(403);
        }
        assertThat(matters.get(matter.id())).isEqualTo(matter);
    }

    private Matter registered(String name, String phone) {
        return matters.begin(
                new NewMatter(town.office.id(), null, responsible, name, phone, false, 1, "道路", null, "town"));
    }

    private static ReceptionRecord record(String name, String phone, String account, String earlier) {
        return new ReceptionRecord(
                name,
                phone,
                false,
                1,
                account,
                List.of(new Material("照片", "路面塌陷")),
                "road",
                "修路",
                earlier,
                earlier != null,
                "town",
                "ordinary");
    }

    private Matter received(String name, String phone, String account) {
        Matter matter = registered(name, phone);
        receptions.record(matter.id(), record(name, phone, account, null));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }

    private Matter planned(String phone) {
        Matter matter = received("周某", phone, "路");
        plans.set(matter.id(), "派人查看", DEADLINE, "inPerson", clock.instant(), responsible);
        return matters.get(matter.id());
    }

    private static String listOf(DeskBrowser who, ReceptionPoint unit) {
        return who.get("/desk/matters?unit=" + unit.id()).text();
    }

    private static String page(Matter matter) {
        return "/desk/matters/" + matter.id();
    }
}
