package io.rotadesk.web.enquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.TextColumns;
import io.rotadesk.Traces;
import io.rotadesk.petition.enquiry.QueryCodes;
import io.rotadesk.petition.enquiry.Ratings;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterClosing;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.matter.Transfers;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryReason;
import io.rotadesk.staff.notice.Notice;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.TownInBrowser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Petitioners look their matter up by the code on their notice, and rate it, without a login (P4). */
@RotaDeskTest
@Tag("P4")
class EnquiryPagesTest {

    private static final LocalDate DEADLINE = LocalDate.of(2026, 3, 20);
    private static final Pattern CODE = Pattern.compile("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}");

    @Autowired
    WebApplicationContext application;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    MatterClosing closing;

    @Autowired
    Transfers transfers;

    @Autowired
    QueryCodes codes;

    @Autowired
    Ratings ratings;

    @Autowired
    Summaries summaries;

    @Autowired
    Notices notices;

    @Autowired
    Units units;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    TownInBrowser town;
    String responsible;
    Stranger petitioner;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        db.sql("delete from login_try").update();
        town = new TownInBrowser(application);
        responsible = town.office.staff().get(0);
        petitioner = Stranger.of(application, "203.0.113.7");
    }

    @Test
    void theCodeOnTheNoticeShowsHowTheMatterGetsOn() {
        String name = Traces.own("周大爷");
        Matter matter = planned(name, Traces.ownPhone(), "门前的路塌了");
        String code = printedCode(matter);
        assertThat(town.as(responsible).get("/desk/matters/" + matter.id()).text())
                .contains(code);

        var page = petitioner.looksUp(code.toLowerCase(Locale.ROOT).replace("-", ""));

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(
                        matter.number(),
                        "正在办理",
                        "接下来：办好以后，把结果答复您。",
                        "最迟 2026年3月20日",
                        unitName(town.office.id()),
                        "已登记",
                        "已接待",
                        "已告知处理方式和期限",
                        "2026年3月2日")
                .doesNotContain("请您评价");
        assertThat(page.html())
                .doesNotContain(name, matter.petitionerPhone(), "门前的路塌了", "修路", "派人查看", responsible, "接待员");
        assertThat(petitioner.in(Locale.ENGLISH).looksUp(code).text())
                .contains("Being handled", "20 March 2026", "Told how and until when")
                .doesNotContain("??");
    }

    @Test
    void theCodeStaysTheSameAndTheDatabaseDoesNotHoldIt() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        assertThat(printedCode(matter)).isEqualTo(code);
        assertThat(TextColumns.thatHold(db, code)).isEmpty();
        assertThat(TextColumns.thatHold(db, code.replace("-", ""))).isEmpty();
    }

    @Test
    void aPersonWhoMayOnlyReadTheMatterDoesNotSeeTheCode() {
        Matter matter = received("周某", Traces.ownPhone(), "路");
        transfers.propose(matter.id(), town.otherOffice.id(), "归你们管", responsible);
        DeskBrowser asked = town.as(town.otherOffice.leader());
        assertThat(asked.get("/desk/matters/" + matter.id()).status()).isEqualTo(200);
        assertThat(asked.get("/desk/matters/" + matter.id()).text()).doesNotContainPattern(CODE);
        assertThat(asked.get("/desk/matters/" + matter.id() + "/notice").text()).doesNotContainPattern(CODE);
    }

    @Test
    void aLostSheetsCodeIsReplaced() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String lost = printedCode(matter);
        DeskBrowser staff = town.as(responsible);
        assertThat(town.as(town.otherOffice.leader())
                        .post("/desk/matters/" + matter.id() + "/code")
                        .status())
                .isEqualTo(404);
        assertThat(petitioner.looksUp(lost).status()).isEqualTo(200);

        staff.post("/desk/matters/" + matter.id() + "/code");

        assertThat(printedCode(matter)).isNotEqualTo(lost);
        assertThat(petitioner.looksUp(lost).status()).isEqualTo(404);
        assertThat(petitioner.looksUp(printedCode(matter)).status()).isEqualTo(200);
    }

    @Test
    void aWrongCodeAndAnErasedMatterReadAlike() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        answered(matter);
        closing.close(matter.id(), responsible);
        matters.erasePetitioner(matter.id(), town.office.leader());

        var erased = petitioner.looksUp(code);
        var wrong = petitioner.looksUp("0000-0000-0000");

        assertThat(erased.status()).isEqualTo(wrong.status()).isEqualTo(404);
        assertThat(withoutTyped(erased, code)).isEqualTo(withoutTyped(wrong, "0000-0000-0000"));
        assertThat(erased.text()).contains("没有找到这个查询码");
        assertThat(withoutTyped(petitioner.rates(code, "SATISFIED", "SATISFIED", ""), code))
                .isEqualTo(withoutTyped(wrong, "0000-0000-0000"));
        assertThat(codes.of(matters.get(matter.id()))).isEmpty();
    }

    @Test
    void aRepeatVisitsCodeShowsTheMatterThatGoesOn() {
        Matter first = planned("周某", Traces.ownPhone(), "路");
        Matter again = matters.begin(new NewMatter(
                town.office.id(), null, responsible, "周某", first.petitionerPhone(), false, 1, "路", null, "town"));
        String code = codes.of(again).orElseThrow();
        receptions.record(again.id(), record("周某", first.petitionerPhone(), "还是路", first.number()));
        receptions.received(again.id(), responsible, true);
        receptions.join(again.id(), responsible);

        assertThat(petitioner.looksUp(code).text())
                .contains(first.number(), "再次来访")
                .doesNotContain(again.number());
    }

    @Test
    void aTransferredMatterShowsTheUnitThatHasItNow() {
        Matter matter = received("周某", Traces.ownPhone(), "路");
        transferred(matter);

        assertThat(petitioner.looksUp(codes.of(matter).orElseThrow()).text())
                .contains(
                        "转到新的办理单位", "办理单位 " + unitName(town.otherOffice.id()), "接待您的单位 " + unitName(town.office.id()));
    }

    @Test
    void thePageNeedsNoLoginAndNoSessionAndNothingElseIsOpen() {
        for (var answer : List.of(
                petitioner.get("/public/matters"),
                petitioner.get("/public/matters?lang=en"),
                petitioner.looksUp("0000-0000-0000"))) {
            assertThat(answer.madeASession()).isFalse();
            assertThat(answer.response().getCookie("JSESSIONID")).isNull();
            assertThat(answer.html()).contains("<meta name=\"robots\" content=\"noindex, nofollow\">");
            assertThat(answer.response().getHeader("X-Robots-Tag")).contains("noindex");
            assertThat(answer.response().getHeader("Cache-Control")).contains("no-store");
            assertThat(answer.response().getHeader("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.response().getHeader("Content-Security-Policy"))
                    .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                    .doesNotContain("unsafe");
        }
        for (String path : List.of("/public", "/public/", "/public/matters/", "/public/matters/x", "/public/desk")) {
            assertThat(petitioner.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(petitioner.get("/public/matters/rating").status()).isEqualTo(403);
        assertThat(petitioner
                        .send(MockMvcRequestBuilders.request(HttpMethod.PUT, "/public/matters"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aCodeInTheAddressIsNotLookedAt() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        assertThat(petitioner.get("/public/matters?code=" + code).text())
                .contains("您的事项办到哪一步了")
                .doesNotContain(matter.number());
    }

    @Test
    void aPersonWhoTriesManyCodesHasToWait() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        for (int i = 0; i < 20; i++) {
            assertThat(petitioner.looksUp("guess" + i).status()).isEqualTo(404);
        }
        var refused = petitioner.looksUp(code);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.response().getHeader("Retry-After")).isEqualTo("900");
        assertThat(refused.text()).contains("请过 15 分钟再试").doesNotContain(matter.number());
        assertThat(petitioner.rates(code, "SATISFIED", "SATISFIED", "").status())
                .isEqualTo(429);
        assertThat(petitioner.at("203.0.113.8").looksUp(code).status())
                .as("somebody else")
                .isEqualTo(200);

        clock.forward(Duration.ofMinutes(15));
        assertThat(petitioner.looksUp(code).status()).isEqualTo(200);
    }

    @Test
    void rightCodesDoNotMakeUpForWrongOnes() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        for (int i = 0; i < 20; i++) {
            assertThat(petitioner.looksUp("guess" + i).status()).isEqualTo(404);
            assertThat(i == 19 || petitioner.looksUp(code).status() == 200).isTrue();
        }
        assertThat(petitioner.looksUp(code).status()).isEqualTo(429);
    }

    @Test
    void guessesFromEverywhereLeadNowhereAndOthersStillSeeTheirMatter() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        for (int i = 0; i < 300; i++) {
            petitioner.at("198.51." + i / 250 + "." + i % 250).looksUp("guess" + i);
        }
        Stranger guessing = petitioner.at("192.0.2.1");
        assertThat(guessing.looksUp("one more").status()).isEqualTo(404);
        assertThat(guessing.looksUp("and another").status()).isEqualTo(429);
        assertThat(petitioner.looksUp(code).status()).isEqualTo(200);
        assertThat(petitioner.looksUp(code).status()).isEqualTo(200);
    }

    @Test
    void aMatterIsRatedOnceAfterTheAnswer() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        assertThat(petitioner.rates(code, "SATISFIED", "SATISFIED", "").text()).contains("现在不能评价");
        assertThat(ratings.of(matter.id())).isEmpty();
        answered(matter);
        assertThat(petitioner.looksUp(code).text()).contains("请您评价", "可以评价到 2026年4月1日");

        assertThat(petitioner.rates(code, "SATISFIED", "FAIRLY", "").text())
                .contains("谢谢您的评价", "您的评价", "基本满意")
                .doesNotContain("请您评价");
        var again = petitioner.rates(code, "DISSATISFIED", "DISSATISFIED", "不好");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text()).contains("谢谢您的评价", "基本满意");
        assertThat(ratings.of(matter.id())).singleElement().satisfies(rating -> {
            assertThat(rating.centre().name()).isEqualTo("SATISFIED");
            assertThat(rating.handling().name()).isEqualTo("FAIRLY");
        });
        assertThat(told(town.office.leader())).isEmpty();
        assertThat(town.as(responsible).get("/desk/matters/" + matter.id()).text())
                .contains("来访人的评价", "基本满意");
    }

    @Test
    void aBadRatingNeedsAReasonAndComesToTheLeader() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        answered(matter);
        String reason = Traces.own("路还是坏的<b>坏</b>");

        assertThat(petitioner.rates(code, "SATISFIED", "DISSATISFIED", " ").text())
                .contains("请写明原因", "请您评价");
        assertThat(petitioner.rates(code, "SATISFIED", "", "").text()).contains("两项都请选择");
        assertThat(petitioner
                        .rates(code, "SATISFIED", "DISSATISFIED", "长".repeat(501))
                        .text())
                .contains("最多 500 字");
        assertThat(ratings.of(matter.id())).isEmpty();
        assertThat(petitioner.rates(code, "SATISFIED", "DISSATISFIED", reason).text())
                .contains("谢谢您的评价");

        Notice notice = told(town.office.leader()).get(0);
        assertThat(notice.words()).containsExactly(matter.number());
        assertThat(notice.link()).isEqualTo("/desk/matters/" + matter.id());
        var page = town.as(town.office.leader()).get("/desk/matters/" + matter.id());
        assertThat(page.text()).contains("不满意", reason);
        assertThat(page.html()).doesNotContain("<b>坏</b>");
        assertThat(TextColumns.thatHold(db, reason)).containsExactly("rotadesk.matter_rating.reason");

        closing.close(matter.id(), responsible);
        matters.erasePetitioner(matter.id(), town.office.leader());
        assertThat(TextColumns.thatHold(db, reason)).isEmpty();
        assertThat(ratings.of(matter.id())).as("that there was one stays").hasSize(1);
    }

    @Test
    void theLeaderOfEachUnitHearsOfItsOwnRating() {
        Matter matter = received("周某", Traces.ownPhone(), "路");
        transferred(matter);
        Matter moved = matters.get(matter.id());
        plans.set(moved.id(), "派人查看", DEADLINE, "inPerson", clock.instant(), moved.responsible());
        answered(matters.get(matter.id()));

        petitioner.rates(codes.of(matter).orElseThrow(), "DISSATISFIED", "SATISFIED", "等了很久");

        assertThat(told(town.office.leader())).hasSize(1);
        assertThat(told(town.otherOffice.leader())).isEmpty();
        assertThat(town.as(town.office.leader())
                        .get("/desk/matters/" + matter.id())
                        .text())
                .contains("接待：" + unitName(town.office.id()), "办理：" + unitName(town.otherOffice.id()));
    }

    @Test
    void eachRoundIsRatedByItself() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        answered(matter);
        closing.close(matter.id(), responsible);
        petitioner.rates(code, "SATISFIED", "SATISFIED", "");
        Matter again = matters.begin(new NewMatter(
                town.office.id(), null, responsible, "周某", matter.petitionerPhone(), false, 1, "路", null, "town"));
        receptions.record(again.id(), record("周某", matter.petitionerPhone(), "又坏了", matter.number()));
        receptions.received(again.id(), responsible, true);
        receptions.reopen(again.id(), responsible);
        assertThat(petitioner.looksUp(code).text()).contains("正在重新办理").doesNotContain("请您评价");

        plans.set(matter.id(), "再修", DEADLINE, "inPerson", clock.instant(), responsible);
        answered(matters.get(matter.id()));
        petitioner.rates(code, "FAIRLY", "FAIRLY", "");

        assertThat(ratings.of(matter.id()))
                .extracting(rating -> rating.handling().name())
                .containsExactly("SATISFIED", "FAIRLY");
    }

    @Test
    void theUnitToWhichTheyCameBackIsRatedForIt() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        answered(matter);
        closing.close(matter.id(), responsible);
        String elsewhere = town.otherOffice.staff().get(0);
        Matter again = matters.begin(new NewMatter(
                town.otherOffice.id(), null, elsewhere, "周某", matter.petitionerPhone(), false, 1, "路", null, "town"));
        receptions.record(again.id(), record("周某", matter.petitionerPhone(), "又坏了", matter.number()));
        receptions.received(again.id(), elsewhere, true);
        receptions.reopen(again.id(), elsewhere);
        plans.set(matter.id(), "再修", DEADLINE, "inPerson", clock.instant(), responsible);
        answered(matters.get(matter.id()));

        petitioner.rates(code, "DISSATISFIED", "SATISFIED", "等了很久");

        assertThat(ratings.of(matter.id(), 1)).hasValueSatisfying(rating -> {
            assertThat(rating.centreId()).isEqualTo(town.otherOffice.id());
            assertThat(rating.unitId()).isEqualTo(town.office.id());
        });
        assertThat(told(town.otherOffice.leader())).hasSize(1);
    }

    @Test
    void itCanBeRatedForAsLongAsTheTownSets() {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        answered(matter);
        set("ratingDays", 2);
        clock.set(TestClock.MONDAY_NINE.plus(Duration.ofDays(2)));
        assertThat(petitioner.looksUp(code).text()).contains("请您评价", "可以评价到 2026年3月4日");
        clock.forward(Duration.ofDays(1));
        assertThat(petitioner.looksUp(code).text()).doesNotContain("请您评价");
        assertThat(petitioner.rates(code, "SATISFIED", "SATISFIED", "").text()).contains("现在不能评价");
        set("ratingDays", 0);
        clock.set(TestClock.MONDAY_NINE.plusSeconds(60));
        assertThat(petitioner.looksUp(code).text()).doesNotContain("请您评价");
        assertThat(ratings.of(matter.id())).isEmpty();
    }

    @Test
    @Tag("P7")
    void theRateIsInTheMonthsSummaryAndStaysAsItWasSigned() throws IOException {
        Matter first = planned("周某", Traces.ownPhone(), "路");
        answered(first);
        petitioner.rates(codes.of(first).orElseThrow(), "SATISFIED", "DISSATISFIED", "没有修好");
        Matter second = planned("李某", Traces.ownPhone(), "水");
        answered(second);
        petitioner.rates(codes.of(second).orElseThrow(), "SATISFIED", "FAIRLY", "");
        String summary = summaries.ask(town.centre.id(), YearMonth.of(2026, 3));
        summaries.compile(summary, SummaryReason.ASKED);
        summaries.analysed(summary, 1, "分析", town.centre.leader());
        summaries.sign(summary, 1);
        Matter third = planned("王某", Traces.ownPhone(), "电");
        answered(third);
        petitioner.rates(codes.of(third).orElseThrow(), "SATISFIED", "SATISFIED", "");
        summaries.compile(summary, SummaryReason.ASKED);
        DeskBrowser leader = town.as(town.centre.leader());
        String office = unitName(town.office.id());

        String signed = "/desk/summaries/" + summary + "/1?unit=" + town.centre.id();
        assertThat(leader.get(signed).text()).contains(office + " 接待 2 0 0 100%", office + " 办理 0 1 1 50%");
        assertThat(leader.get("/desk/summaries/" + summary + "/2?unit=" + town.centre.id())
                        .text())
                .contains(office + " 办理 1 1 1 67%");
        assertThat(town.as(town.otherOffice.leader())
                        .get("/desk/summaries/" + summary + "/1?unit=" + town.otherOffice.id())
                        .text())
                .doesNotContain("来访人评价");
        byte[] xlsx = leader.get(signed + "&xlsx").response().getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
            Row handling = book.findSheet("来访人评价").orElseThrow().read().get(2);
            assertThat(handling.getCellText(0)).isEqualTo(office);
            assertThat(handling.getCellText(1)).isEqualTo("办理");
            assertThat(handling.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("50");
        }
    }

    /** The page shows what was typed, so that it can be corrected. */
    private static String withoutTyped(Stranger.Answer answer, String typed) {
        assertThat(answer.html()).contains("value=\"" + typed + "\"");
        return answer.html().replace(typed, "");
    }

    private void set(String key, Object value) {
        Unit centre = units.get(town.centre.id());
        units.save(new Unit(
                centre.id(),
                centre.kind(),
                centre.name(),
                centre.projectName(),
                centre.parentId(),
                centre.managers(),
                centre.deputies(),
                UnitSettings.of(Map.of(key, value))));
    }

    private List<Notice> told(String login) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == NoticeKind.RATED_AS_BAD)
                .toList();
    }

    /** A person who prints the file instead of the page hands the code out, too. */
    @Test
    void theCodeIsOnTheFileOfAPaperToo() throws IOException {
        Matter matter = planned("周某", Traces.ownPhone(), "路");
        String code = printedCode(matter);
        DeskBrowser staff = town.as(responsible);
        String paper = staff.post("/desk/matters/" + matter.id() + "/papers", "kind", "ACCEPTANCE")
                .redirect();
        assertThat(staff.get(paper + "/print").text()).contains(code);
        var file = staff.get(paper + "/pdf").response();
        assumeTrue(file.getStatus() == 200, "no Chinese font here");
        try (PdfReader pdf = new PdfReader(file.getContentAsByteArray())) {
            String words = new PdfTextExtractor(pdf).getTextFromPage(pdf.getNumberOfPages());
            assertThat(words).contains("查询码 " + code);
        }
    }

    private String printedCode(Matter matter) {
        var found = CODE.matcher(town.as(responsible)
                .get("/desk/matters/" + matter.id() + "/notice")
                .text());
        assertThat(found.find()).as("a code on the notice").isTrue();
        return found.group();
    }

    private String unitName(String unit) {
        return units.get(unit).name();
    }

    private void transferred(Matter matter) {
        transfers.propose(matter.id(), town.otherOffice.id(), "归你们管", responsible);
        transfers.accept(matter.id(), town.otherOffice.staff().get(0));
        transfers.move(matter.id());
    }

    private void answered(Matter matter) {
        closing.replied(matter.id(), "已修好", "inPerson", clock.instant(), true, "resolved", matter.responsible());
    }

    private Matter planned(String name, String phone, String account) {
        Matter matter = received(name, phone, account);
        plans.set(matter.id(), "派人查看", DEADLINE, "inPerson", clock.instant(), responsible);
        return matters.get(matter.id());
    }

    private Matter received(String name, String phone, String account) {
        Matter matter = matters.begin(
                new NewMatter(town.office.id(), null, responsible, name, phone, false, 1, "道路", null, "town"));
        receptions.record(matter.id(), record(name, phone, account, null));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }

    private static ReceptionRecord record(String name, String phone, String account, String earlier) {
        return new ReceptionRecord(
                name, phone, false, 1, account, List.of(), "road", "修路", earlier, earlier != null, "town", "ordinary");
    }
}
