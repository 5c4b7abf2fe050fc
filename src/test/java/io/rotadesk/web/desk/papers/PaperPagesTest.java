package io.rotadesk.web.desk.papers;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperState;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Papers on their pages, by those who may and those who may not. */
@RotaDeskTest
@Tag("P4")
class PaperPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    Papers papers;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    TownInBrowser town;
    String responsible;
    DeskBrowser staff;
    DeskBrowser colleague;
    DeskBrowser leader;

    @BeforeEach
    void aMonday() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        responsible = town.office.staff().get(0);
        staff = town.as(responsible);
        colleague = town.as(town.office.staff().get(1));
        leader = town.as(town.office.leader());
    }

    @Test
    void anAnswerGoesFromTheMattersPageToItsReceiver() {
        Matter matter = received("周<i>某</i>");
        assertThat(staff.get("/desk/matters/" + matter.id()).text()).contains("文书", "制作文书", "答复意见书");
        String page = made(matter, "ANSWER");
        Page open = staff.get(page);
        assertThat(open.text()).contains("周<i>某</i>", "【请填写：逐项查明的事实】", "送负责人签发", "草稿　未签发", "系统自带");
        assertThat(open.html()).doesNotContain("<i>某</i>");

        Page refused =
                staff.post(page, "title", "关于修路的答复意见书", "text", "【请填写：事实】", "then", "handIn", "seen", seen(page));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("还有没填的：事实", "关于修路的答复意见书");
        staff.post(page, "title", "关于修路的答复意见书", "text", "周某：\n路已修好。", "then", "handIn", "seen", seen(page));
        assertThat(leader.get("/desk/papers?unit=" + town.office.id()).text()).contains("关于修路的答复意见书", "待签发");
        assertThat(leader.get(page).text()).contains("签发", "退回修改").doesNotContain("登记送达");
        assertThat(leader.post(page + "/send-back", "remarks", " ").status()).isEqualTo(400);
        leader.post(page + "/send-back", "remarks", "写明依据");
        assertThat(staff.get(page).text()).contains("负责人退回：写明依据");
        staff.post(page, "title", "关于修路的答复意见书", "text", "周某：\n依据公路法，路已修好。", "then", "handIn", "seen", seen(page));
        assertThat(leader.post(page + "/sign").redirect()).isEqualTo(page);

        Page sheet = leader.get(page + "/print");
        assertThat(sheet.text())
                .contains("依据公路法", "答〔2026〕1号", "（盖章）", "2026年3月2日")
                .doesNotContain("草稿");
        assertThat(leader.in(Locale.ENGLISH).get(page + "/print").text())
                .as("papers stay Chinese")
                .contains("Print", "依据公路法", "（盖章）")
                .doesNotContain("??");
        assertThat(staff.get(page).html()).as("now is there already").contains("value=\"2026-03-02T09:00\"");
        Page file = leader.get(page + "/pdf");
        assertThat(file.status()).as("404 on a machine without a Chinese font").isIn(200, 404);
        if (file.status() == 200) {
            assertThat(file.response().getContentType()).isEqualTo("application/pdf");
            assertThat(sheet.html()).contains(page + "/pdf");
        }
        Page early = staff.post(page + "/deliver", "how", "IN_PERSON", "at", "2026-03-02T08:59", "receiver", "周某");
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.text()).contains("送达不能早于签发");
        assertThat(staff.post(page + "/deliver", "how", "IN_PERSON", "at", "明天", "receiver", "周某")
                        .status())
                .isEqualTo(400);
        staff.post(page + "/deliver", "how", "IN_PERSON", "at", "2026-03-02T09:00", "receiver", "周某", "relation", "本人");
        assertThat(staff.get(page).text()).contains("已送达", "当面", "周某", "（本人）", "2026-03-02 09:00", "更正");
        assertThat(staff.get("/desk/matters/" + matter.id()).text()).contains("已送达", "答〔2026〕1号");
        assertThat(staff.in(Locale.ENGLISH).get(page).text())
                .contains("Written answer", "Delivered", "In person")
                .doesNotContain("??");

        String correction = staff.post(page + "/correct").redirect();
        assertThat(correction).isNotEqualTo(page);
        assertThat(staff.get(correction).text()).contains("第 2 版", "草稿", "依据公路法");
        assertThat(staff.get(page).text()).contains("各版本", "第 2 版");
    }

    @Test
    @Tag("P1")
    void aPaperIsSeenByThoseWhoSeeItsMatterAndByNobodyElse() {
        Matter matter = received("周某");
        String page = made(matter, "ACCEPTANCE");
        DeskBrowser elsewhere = town.as(town.otherOffice.leader());
        for (DeskBrowser outside :
                List.of(colleague, elsewhere, town.as(town.centre.staff().get(0)))) {
            assertThat(outside.get(page).status()).isEqualTo(404);
            assertThat(outside.get(page + "/print").status()).isEqualTo(404);
            assertThat(outside.get(page + "/pdf").status()).isEqualTo(404);
            assertThat(outside.post(page, "title", "标题", "text", "改了").status()).isEqualTo(404);
            assertThat(outside.post(page + "/preview", "title", "标题", "text", "看看")
                            .status())
                    .isEqualTo(404);
            assertThat(outside.post(page + "/sign").status()).isEqualTo(404);
            assertThat(outside.post("/desk/matters/" + matter.id() + "/papers", "kind", "ANSWER")
                            .status())
                    .isEqualTo(404);
        }
        assertThat(colleague.get("/desk/papers?unit=" + town.office.id()).text())
                .doesNotContain("草稿");
        assertThat(elsewhere.get("/desk/papers?unit=" + town.office.id()).status())
                .isEqualTo(403);
        assertThat(leader.get(page).status()).isEqualTo(200);
        assertThat(staff.get("/desk/papers/none").status()).isEqualTo(404);
    }

    @Test
    void aLeaderDoesNotWriteAndTheAuthorDoesNotSign() {
        Matter matter = received("周某");
        String page = made(matter, "ANSWER");
        Paper before = papers.of(matter.id()).get(0);
        assertThat(leader.get(page).html()).doesNotContain("<textarea id=\"text\"");
        DeskBrowser administrator = town.administrator();
        for (DeskBrowser other : List.of(leader, administrator)) {
            assertThat(other.post("/desk/matters/" + matter.id() + "/papers", "kind", "ANSWER")
                            .status())
                    .isEqualTo(403);
            assertThat(other.post(page, "title", "标题", "text", "改了", "seen", seen(page))
                            .status())
                    .isEqualTo(403);
            assertThat(other.post(page + "/discard").status()).isEqualTo(403);
            assertThat(other.post(page + "/deliver", "how", "POST", "at", "2026-03-02T09:00")
                            .status())
                    .isEqualTo(403);
            assertThat(other.post(page + "/correct").status()).isEqualTo(403);
        }
        assertThat(papers.of(matter.id())).containsExactly(before);

        staff.post(page, "title", "标题", "text", "写好了", "then", "handIn", "seen", seen(page));
        assertThat(staff.post(page + "/sign").status()).isEqualTo(403);
        assertThat(administrator.post(page + "/sign").status()).as("no leader").isEqualTo(403);
        assertThat(papers.get(before.id()).state()).isEqualTo(PaperState.HANDED_IN);
        var forged = MockMvcRequestBuilders.post(page + "/sign");
        assertThat(leader.send(forged).status()).as("from another site").isEqualTo(403);
        leader.post(page + "/sign");
        assertThat(leader.post(page + "/sign").status()).as("signed already").isEqualTo(409);
    }

    @Test
    void aProcessOwnerEditsTheTemplatesAndOthersReadThem() {
        DeskBrowser owner =
                DeskBrowser.of(application, new TestPeople(accounts).with(town.office.id(), Role.PROCESS_OWNER));
        String page = "/desk/papers/templates/ACCEPTANCE";
        String unit = "?unit=" + town.office.id();
        assertThat(owner.get("/desk/papers/templates" + unit).text()).contains("受理告知书", "系统自带", "来访登记表");
        assertThat(owner.get(page + unit).text()).contains("{{来访人}}", "保存为新版本");
        Page refused = owner.post(page + unit, "basedOn", "0", "title", "受理通知", "text", "{{住址}}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("没有这样的占位名称：住址", "受理通知");
        assertThat(owner.post(page + "/preview" + unit, "title", "受理通知", "text", "您好 <b>{{来访人}}</b>")
                        .html())
                .contains("&lt;b&gt;{{来访人}}");
        owner.post(page + unit, "basedOn", "0", "title", "受理通知", "text", "{{来访人}}：您好", "comment", "简短些");
        assertThat(owner.get(page + unit).text()).contains("第 1 版", "简短些", "系统自带");
        assertThat(owner.get(page + unit + "&from=0").text()).contains("予以受理");
        assertThat(owner.get(page + unit + "&from=7").status()).isEqualTo(404);
        assertThat(owner.get("/desk/papers/templates/NONE" + unit).status()).isEqualTo(404);
        Page overtaken = owner.post(page + unit, "basedOn", "0", "title", "另一份", "text", "您好");
        assertThat(overtaken.text()).contains("别人先保存了", "另一份");

        for (DeskBrowser reader : List.of(staff, leader)) {
            assertThat(reader.get(page + unit).text()).contains("受理通知").doesNotContain("保存为新版本");
            assertThat(reader.post(page + unit, "basedOn", "1", "title", "改", "text", "改")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(staff.in(Locale.ENGLISH).get(page + unit).text())
                .contains("Notice of acceptance")
                .doesNotContain("??");
        Matter matter = received("周某");
        assertThat(staff.get(made(matter, "ACCEPTANCE")).text()).contains("周某：您好", "第 1 版");
    }

    @Test
    @Tag("P2")
    void theRegistrationFormIsPrintedFromTheReception() {
        Matter matter = received("周某");
        assertThat(staff.get("/desk/matters/" + matter.id() + "/registration").text())
                .contains("来访登记表", "周某", "门前的路坏了", "身份证号")
                .doesNotContain("草稿");
        assertThat(staff.get("/desk/matters/" + matter.id() + "/registration").html())
                .as("a short row reaches as far as the others")
                .contains("<th scope=\"row\">反映的情况</th>", "<td colspan=\"3\">门前的路坏了</td>");
        assertThat(colleague
                        .get("/desk/matters/" + matter.id() + "/registration")
                        .status())
                .isEqualTo(404);
        assertThat(papers.of(matter.id())).as("nothing is kept by looking").isEmpty();
    }

    /** However the paper has gone on meanwhile, the written text is given back. */
    @Test
    void aWrittenPaperIsNotLostWhenItHasGoneOnMeanwhile() {
        Matter matter = received("周某");
        String text = "周某：\n依据公路法，路已<修好>。";
        String page = made(matter, "ANSWER");
        String seen = seen(page);
        clock.forward(Duration.ofMinutes(1));
        staff.post(page, "title", "标题", "text", "先写的", "seen", seen);
        Page overtaken = staff.post(page, "title", "标题", "text", text, "then", "handIn", "seen", seen);
        assertThat(overtaken.text()).contains("别人先保存了", text.replace("\n", " "));

        staff.post(page, "title", "标题", "text", "先写的", "then", "handIn", "seen", seen(page));
        Page handedIn = staff.post(page, "title", "标题", "text", text, "seen", seen);
        assertThat(handedIn.status()).isEqualTo(409);
        assertThat(handedIn.text()).contains("情况刚才已有变化", "您填写的内容没有保存", text.replace("\n", " "));
        assertThat(handedIn.html()).contains("路已&lt;修好&gt;").doesNotContain(seen);
        leader.post(page + "/sign");
        assertThat(leader.post(page + "/send-back", "remarks", "请写明依据").text()).contains("请写明依据");

        String other = made(matter, "ACCEPTANCE");
        db.sql("update matter set responsible = ? where id = ?")
                .params(town.office.staff().get(1), matter.id().value())
                .update();
        Page others = leader.post(other, "title", "标题", "text", text, "seen", seen(other));
        assertThat(others.status()).isEqualTo(403);
        assertThat(others.text()).contains("您填写的内容没有保存", text.replace("\n", " "));
        colleague.post(other + "/discard");
        Page gone = colleague.post(other, "title", "标题", "text", text, "seen", seen);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text()).contains(text.replace("\n", " "));
        assertThat(gone.html()).doesNotContain("_csrf");
    }

    @Test
    void aDraftCanBeThrownAwayAndASignedPaperCannot() {
        Matter matter = received("周某");
        String page = made(matter, "ACCEPTANCE");
        assertThat(staff.post(page + "/discard").redirect()).isEqualTo("/desk/matters/" + matter.id());
        assertThat(staff.get(page).status()).isEqualTo(404);
        String other = made(matter, "ACCEPTANCE");
        staff.post(other, "title", "标题", "text", "写好了", "then", "handIn", "seen", seen(other));
        assertThat(staff.post(other + "/discard").status()).isEqualTo(409);
        assertThat(staff.get(other).text()).contains("受〔2026〕1号");
    }

    private String made(Matter matter, String kind) {
        return staff.post("/desk/matters/" + matter.id() + "/papers", "kind", kind)
                .redirect();
    }

    private String seen(String page) {
        return papers.get(new PaperId(page.substring(page.lastIndexOf('/') + 1)))
                .writing()
                .editedAt()
                .toString();
    }

    private Matter received(String name) {
        Matter matter = matters.begin(
                new NewMatter(town.office.id(), null, responsible, name, "13800000350", false, 1, "道路", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        name,
                        "13800000350",
                        false,
                        1,
                        "门前的路坏了",
                        List.of(),
                        "road",
                        "把路修好",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }
}
