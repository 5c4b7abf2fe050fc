package io.rotadesk.web.desk.summaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryReason;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** Leaders look at the month's summary, compare and export it (P7). */
@RotaDeskTest
@Tag("P7")
class SummaryPagesTest {

    private static final String ANALYSIS = "=HYPERLINK(\"x\") 土地问题为主";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    Summaries summaries;

    @Autowired
    MatterCategories categories;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    ReceptionPoint centre;
    ReceptionPoint village;
    ReceptionPoint hamlet;
    ReceptionPoint neighbour;
    String summary;

    @BeforeEach
    void aTownsMarch() {
        clock.set(TestClock.MONDAY_NINE);
        centre = receptions.found(null, 1);
        village = receptions.found(centre.id(), 1);
        hamlet = receptions.found(village.id(), 1);
        neighbour = receptions.found(centre.id(), 1);
        matter(centre, "land", "2026-03-10", "2026-03-12", "resolved");
        matter(centre, "land", "2026-02-10", "2026-02-12", "resolved");
        matter(village, "=1+1", "2026-03-11", "2026-03-11", "explained");
        matter(hamlet, "road", "2026-03-12", null, null);
        matter(neighbour, "labour", "2026-03-13", null, null);
        signed(2, "二月分析");
        summary = signed(3, ANALYSIS);
    }

    @Test
    void theCentresLeaderSeesTheWholeTreeWithTheAnalysis() {
        DeskBrowser leader = browser(centre.leader());
        String list = leader.get("/desk/summaries").text();
        assertThat(list).contains("2026-03", "2026-02", "已签发", "负责人 · 2026-03-02");
        assertThat(list.indexOf("2026-03 ")).isLessThan(list.indexOf("2026-02 "));

        Page page = leader.get(path(1));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("2026 年 3 月来访情况汇总", "土地问题为主", "4 新来访 +3", "与 2026-02 相比")
                .contains("已解决 1 50%", "已解释说明 1 50%")
                .contains("接访点" + neighbour.id())
                .doesNotContain("??");
        assertThat(page.html())
                .contains("data-chart=\"{&quot;type&quot;:&quot;lying&quot;")
                .doesNotContain("<script>");
    }

    @Test
    void aCategoryWithOthersBelowItIsTheirSum() throws IOException {
        DeskBrowser leader = browser(centre.leader());
        leader.post("/desk/matters/categories", "unit", centre.id(), "name", "征地补偿", "parent", "land");
        String below = categories.tree(centre.id()).stream()
                .filter(one -> "征地补偿".equals(one.name()))
                .findFirst()
                .orElseThrow()
                .code();
        matter(centre, below, "2026-03-15", "2026-03-19", "resolved");
        matter(village, below, "2026-03-16", null, null);
        summaries.compile(summary, SummaryReason.MONTH_ENDED);

        Page page = leader.get(path(2));
        assertThat(page.text()).contains("土地和征收 小计 3 +2", "征地补偿 2", "未细分 1");
        assertThat(page.text().indexOf("征地补偿 2")).isLessThan(page.text().indexOf("未细分 1"));
        assertThat(chart(page)).contains("土地和征收").doesNotContain("征地补偿", "未细分");
        assertThat(browser(village.leader()).get(path(2)).text())
                .as("only matters of the village")
                .contains("土地和征收 小计 1", "征地补偿 1")
                .doesNotContain("未细分");
        assertThat(leader.get("/desk/summaries/period?from=2026-03-01&to=2026-03-31")
                        .text())
                .contains("土地和征收 小计 3");
        byte[] file = leader.get(path(2) + "?xlsx").response().getContentAsByteArray();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            Map<String, Row> rows = rows(book, 1);
            assertThat(rows.get("土地和征收 (小计)").getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("3");
            assertThat(rows.get("\u3000征地补偿").getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("2");
        }
    }

    private static String chart(Page page) {
        return page.html()
                .lines()
                .filter(line -> line.contains("lying"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVillagesLeaderSeesOwnFiguresAndThoseBelowAndNoAnalysis() {
        Page page = browser(village.leader()).get(path(1));
        assertThat(page.text())
                .contains("2 新来访", "=1+1", "接访点" + hamlet.id())
                .doesNotContain("土地", "接访点" + neighbour.id(), "labour", "劳动");
        assertThat(browser(hamlet.leader()).get(path(1)).text())
                .contains("1 新来访")
                .doesNotContain("=1+1");
        assertThat(browser(village.leader()).get("/desk/summaries").text())
                .contains("汇总由接访点" + centre.id() + "签发")
                .contains("2026-03 已签发 负责人 · 2026-03-02 2 0 1 1 0");
    }

    @Test
    void nobodyElseSeesAnything() {
        ReceptionPoint stranger = receptions.found(null, 1);
        assertThat(browser(stranger.leader()).get(path(1)).status()).isEqualTo(404);
        assertThat(browser(stranger.leader()).get(path(1) + "?xlsx").status()).isEqualTo(404);
        assertThat(browser(village.leader())
                        .get(path(1) + "?unit=" + centre.id())
                        .status())
                .isEqualTo(403);
        assertThat(browser(village.leader())
                        .get(path(1) + "?xlsx&unit=" + neighbour.id())
                        .status())
                .isEqualTo(403);
        DeskBrowser staff = browser(centre.staff().get(0));
        assertThat(staff.get("/desk/summaries").status()).isEqualTo(403);
        assertThat(staff.get(path(1)).status()).isEqualTo(403);
        assertThat(staff.get(path(1) + "?xlsx").status()).isEqualTo(403);
        assertThat(staff.get("/desk/duty").text()).doesNotContain("来访汇总");
        assertThat(browser(centre.leader()).get("/desk/duty").text()).contains("来访汇总");
        assertThat(browser(centre.leader()).get(path(7)).status()).isEqualTo(404);
        DeskBrowser manager = DeskBrowser.of(
                application, new TestPeople(accounts).with(departments.found().id(), Role.MANAGER));
        assertThat(manager.get("/desk/summaries").status()).isEqualTo(404);
        assertThat(manager.get("/desk/duty").text()).doesNotContain("来访汇总");
    }

    @Test
    void anUnsignedVersionSaysSoAndSendsTheLeaderToTheTask() {
        summaries.compile(summary, SummaryReason.ASKED);
        assertThat(browser(centre.leader()).get(path(2)).text())
                .contains("等候签发", "去签发", "第 2 版 · 要求汇总", "与本月第 1 版相比", "持平")
                .doesNotContain("土地问题为主");
        assertThat(browser(village.leader()).get(path(2)).text()).doesNotContain("去签发");
        assertThat(browser(centre.leader()).get("/desk/summaries").text()).contains("第 1 版");
    }

    @Test
    void theSpreadsheetHasTheSameFiguresAndTextsStayTexts() throws IOException {
        Page page = browser(centre.leader()).in(Locale.ENGLISH).get(path(1) + "?xlsx");
        assertThat(page.response().getContentType()).contains("spreadsheetml.sheet");
        assertThat(page.response().getHeader("Content-Disposition"))
                .contains("filename*=UTF-8''", "-summary-2026-03-v1.xlsx");
        assertThat(browser(centre.leader()).get(path(1) + "?xlsx").response().getHeader("Content-Disposition"))
                .as("named in the reader's language")
                .contains(URLEncoder.encode("来访汇总2026-03第1版.xlsx", StandardCharsets.UTF_8));
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(page.response().getContentAsByteArray()))) {
            assertThat(book.getSheets().map(Sheet::getName))
                    .containsExactly("Summary", "By category", "By unit", "By outcome", "Matters");
            Map<String, Row> overview = rows(book, 0);
            assertThat(overview.get("New matters").getCellAsNumber(1).orElseThrow())
                    .isEqualByComparingTo("4");
            Cell analysis = overview.get("Analysis").getCell(1);
            assertThat(analysis.getType()).isEqualTo(CellType.STRING);
            assertThat(analysis.getFormula()).isNull();
            assertThat(analysis.asString()).isEqualTo(ANALYSIS);
            Map<String, Row> categories = rows(book, 1);
            Cell category = categories.get("=1+1").getCell(0);
            assertThat(category.getFormula()).isNull();
            assertThat(categories
                            .get("Land and expropriation")
                            .getCellAsNumber(10)
                            .orElseThrow())
                    .isEqualByComparingTo("2");
            assertThat(rows(book, 2)).hasSize(5);
            assertThat(rows(book, 3).get("Explained").getCellAsNumber(1).orElseThrow())
                    .isEqualByComparingTo("1");
            assertThat(rows(book, 4))
                    .as("its heads and the matters of the month")
                    .hasSize(5);
            Row matter = rows(book, 4).values().stream()
                    .filter(row -> row.getCellText(6).equals("Resolved"))
                    .findFirst()
                    .orElseThrow();
            assertThat(matter.getCellAsDate(5).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 12));
        }
    }

    @Test
    void everySheetIsPrintedOnA4Landscape(@TempDir Path folder) throws IOException {
        Path file = Files.write(
                folder.resolve("summary.xlsx"),
                browser(centre.leader()).get(path(1) + "?xlsx").response().getContentAsByteArray());
        int sheets = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry part : Collections.list(zip.entries())) {
                if (part.getName().startsWith("xl/worksheets/sheet")) {
                    sheets++;
                    assertThat(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8))
                            .as(part.getName())
                            .contains("paperSize=\"9\"", "orientation=\"landscape\"");
                }
            }
        }
        assertThat(sheets).isEqualTo(5);
    }

    @Test
    void anyPeriodIsALookThatNobodySigns() {
        clock.set(Instant.parse("2026-03-20T02:00:00Z"));
        DeskBrowser leader = browser(centre.leader());
        String months = leader.get("/desk/summaries/period").text();
        assertThat(months).contains("2026-03-01 至 2026-03-20 来访情况", "4 新来访", "不签发");
        assertThat(leader.get("/desk/summaries/period?from=2026-01-01&to=2026-03-31")
                        .text())
                .contains("5 新来访", "3 办结");
        assertThat(leader.get("/desk/summaries/period?from=2026-03-12&to=2026-03-12")
                        .text())
                .contains("1 新来访");
        assertThat(browser(village.leader()).get("/desk/summaries/period").text())
                .contains("2 新来访")
                .doesNotContain("接访点" + neighbour.id());
        assertThat(leader.get("/desk/summaries/period?from=2026-03-12&to=2026-03-11")
                        .text())
                .contains("先后正确");
        assertThat(leader.get("/desk/summaries/period?from=x").status()).isEqualTo(400);
        assertThat(browser(centre.staff().get(0)).get("/desk/summaries/period").status())
                .isEqualTo(403);
        assertThat(summaries.ofTree(centre.id())).as("nothing was kept").hasSize(2);
    }

    @Test
    void satisfactionIsCountedByUnitAndCategory() {
        matter(village, "land", "2026-03-14", "2026-03-15", "resolved");
        db.sql("update matter set satisfied = (unit_id = ?) where root_unit_id = ? and closed_at >= date '2026-03-01'")
                .param(centre.id())
                .param(centre.id())
                .update();
        summaries.compile(summary, SummaryReason.ASKED);
        assertThat(browser(centre.leader()).get(path(2)).text()).contains("33% 满意率", "50% 1/2", "100% 1/1", "0% 0/2");
    }

    @Test
    void aVillagesSpreadsheetHasNoAnalysis() throws IOException {
        Page page = browser(village.leader()).get(path(1) + "?xlsx");
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(page.response().getContentAsByteArray()))) {
            assertThat(rows(book, 0)).doesNotContainKey("分析意见");
            assertThat(rows(book, 2)).hasSize(3);
        }
    }

    @Test
    void theScriptsThatDrawTheChartsAreServedFromHere() {
        DeskBrowser leader = browser(centre.leader());
        var scripts = Pattern.compile("<script src=\"([^\"]+)\"")
                .matcher(leader.get(path(1)).html())
                .results()
                .map(script -> script.group(1))
                .toList();
        assertThat(scripts).anyMatch(script -> script.contains("chart.js")).allMatch(script -> script.startsWith("/"));
        scripts.forEach(script -> {
            Page served = leader.get(script);
            assertThat(served.status()).as(script).isEqualTo(200);
            assertThat(served.response().getContentType()).as(script).contains("javascript");
        });
    }

    @Test
    void bothLanguagesHaveAllWords() {
        for (String path : List.of("/desk/summaries", path(1))) {
            String page = browser(centre.leader()).in(Locale.ENGLISH).get(path).text();
            assertThat(page).doesNotContain("??").doesNotContain("来访", "办结", "新版");
        }
        assertThat(browser(receptions.found(null, 1).leader())
                        .get("/desk/summaries")
                        .text())
                .contains("还没有汇总");
    }

    private Map<String, Row> rows(ReadableWorkbook book, int sheet) throws IOException {
        Map<String, Row> rows = new HashMap<>();
        for (Row row : book.getSheet(sheet).orElseThrow().read()) {
            rows.put(row.getCellAsString(0).orElse(""), row);
        }
        return rows;
    }

    private String path(int version) {
        return "/desk/summaries/" + summary + "/" + version;
    }

    private String signed(int month, String analysis) {
        String id = summaries.ask(centre.id(), YearMonth.of(2026, month));
        int version = summaries.compile(id, SummaryReason.MONTH_ENDED);
        summaries.analysed(id, version, analysis, centre.leader());
        summaries.sign(id, version);
        return id;
    }

    private void matter(ReceptionPoint unit, String category, String received, String closed, String outcome) {
        String id = UUID.randomUUID().toString();
        db.sql("""
                        insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, received_at, state,
                          category, closed_at, outcome)
                        values (:id, :id, :root, :unit, :unit, :received, :received, :state, :category, :closed, :outcome)
                        """)
                .param("id", id)
                .param("root", centre.id())
                .param("unit", unit.id())
                .param("received", at(received))
                .param("state", closed == null ? "RECEIVED" : "CLOSED")
                .param("category", category)
                .param("closed", closed == null ? null : at(closed), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("outcome", outcome)
                .update();
    }

    private static java.time.OffsetDateTime at(String day) {
        return Instant.parse(day + "T02:00:00Z").atOffset(java.time.ZoneOffset.UTC);
    }

    private DeskBrowser browser(String login) {
        SignedInUser user = accounts.find(login).orElseThrow();
        return DeskBrowser.of(
                application,
                new TestPeople(accounts)
                        .named(
                                login,
                                user.units().iterator().next(),
                                user.roles().toArray(Role[]::new)));
    }
}
