package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.petition.matter.Category;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** A town has its own tree of categories, and its matters keep theirs (P7). */
@RotaDeskTest
@Tag("P7")
class CategoryPagesTest {

    private static final Locale ZH = Locale.SIMPLIFIED_CHINESE;

    @Autowired
    WebApplicationContext application;

    @Autowired
    MatterCategories categories;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    TestClock clock;

    TownInBrowser town;
    DeskBrowser leader;
    String responsible;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        leader = town.as(town.centre.leader());
        responsible = town.office.staff().get(0);
    }

    @Test
    void aCategoryBelowAnotherIsChosenInItsPlaceInTheWholeTown() {
        add("拖欠工资", "labour");
        assertThat(choices()).contains("劳动和社保 › 拖欠工资").doesNotContain("劳动和社保").hasSize(10);
        Matter matter = received(code("拖欠工资"));
        assertThat(town.as(responsible).get("/desk/matters/" + matter.id()).text())
                .contains("劳动和社保 › 拖欠工资");
        DeskBrowser office = town.as(town.office.leader());
        String list = "/desk/matters?unit=" + town.office.id() + "&category=";
        assertThat(office.get(list + "labour").text()).contains(matter.number());
        assertThat(office.get(list + code("拖欠工资")).text()).contains(matter.number());
        assertThat(office.get(list + "road").text()).doesNotContain(matter.number());
    }

    @Test
    void anotherNameIsAnotherCategoryAndMattersKeepTheirs() {
        add("拖欠工资", "labour");
        String old = code("拖欠工资");
        Matter matter = received(old);

        change(old, "欠薪", "labour");

        assertThat(choices()).contains("劳动和社保 › 欠薪").doesNotContain("劳动和社保 › 拖欠工资");
        assertThat(categories.label(matters.get(matter.id()).category(), ZH)).isEqualTo("劳动和社保 › 拖欠工资");
        assertThat(town.as(town.office.leader())
                        .get("/desk/matters?unit=" + town.office.id() + "&category=labour")
                        .text())
                .contains(matter.number(), "拖欠工资");
    }

    @Test
    void aUsualCategoryThatIsRenamedTakesWhatIsBelowItAlong() {
        add("拖欠工资", "labour");
        change("labour", "劳动保障", "");
        assertThat(choices()).contains("劳动保障 › 拖欠工资").doesNotContain("劳动和社保 › 拖欠工资");
        assertThat(categories.label("labour", ZH)).isEqualTo("劳动和社保");
        assertThat(categories.label("labour", Locale.ENGLISH)).isEqualTo("Work and social insurance");
    }

    @Test
    void aNameThatChangesOpensNothingThatIsClosed() {
        add("拖欠工资", "labour");
        add("工伤", "labour");
        post("/" + code("工伤") + "/close");
        add("工伤", "labour");
        Instant since = closedSince("工伤");
        clock.forward(Duration.ofDays(1));

        change("labour", "劳动保障", "");

        assertThat(choices()).filteredOn(name -> name.startsWith("劳动保障")).containsExactly("劳动保障 › 拖欠工资", "劳动保障 › 工伤");
        assertThat(categories.tree(town.centre.id()))
                .filteredOn(one -> categories.name(one, ZH).equals("工伤"))
                .extracting(Category::closedAt)
                .as("closed since then, in both places; the third was open and is closed now")
                .containsExactlyInAnyOrder(since, since, clock.instant(), null);

        String closed = code("劳动保障");
        post("/" + closed + "/close");
        change(closed, "劳动和就业", "");
        assertThat(choices()).noneMatch(name -> name.startsWith("劳动"));
    }

    private Instant closedSince(String name) {
        return categories.tree(town.centre.id()).stream()
                .filter(one -> !one.isOpen() && categories.name(one, ZH).equals(name))
                .map(Category::closedAt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClosedCategoryIsChosenNoMoreAndCanBeUsedAgain() {
        post("/road/close");
        assertThat(choices()).hasSize(9).doesNotContain("道路和水电");
        assertThat(leader.get("/desk/matters/categories?unit=" + town.centre.id())
                        .text())
                .contains("道路和水电 已停用", "恢复使用");
        post("/road/open");
        assertThat(choices()).hasSize(10).contains("道路和水电");
    }

    @Test
    void oneIsAlwaysLeftToChoose() {
        categories.codes(town.centre.id()).forEach(code -> post("/" + code + "/close"));
        assertThat(choices()).hasSize(1);
        assertThat(post("/" + categories.codes(town.centre.id()).get(0) + "/close")
                        .said("wrong"))
                .contains("至少要留一个可以选的分类");
    }

    @Test
    void theOrderIsThatOfTheTown() {
        post("/housing/up");
        assertThat(choices().subList(0, 2)).containsExactly("住房和拆迁", "土地和征收");
    }

    @Test
    void aNameIsThereOnceAndATreeHasThreeLevels() {
        assertThat(add("道路和水电", "").said("wrong")).contains("同一级已经有“道路和水电”");
        assertThat(add(" ", "").said("wrong")).contains("请填写名称");
        assertThat(add("长".repeat(41), "").said("wrong")).contains("分类名称最多 40 个字");
        add("乡道", "road");
        add("护栏", code("乡道"));
        assertThat(add("反光条", code("护栏")).said("wrong")).contains("分类最多 3 级");
        assertThat(change(code("乡道"), "乡道", code("护栏")).said("wrong")).contains("分类不能放到自己下面");
        assertThat(add("某类", "none").said("wrong")).contains("没有“none”这个分类");
    }

    @Test
    void aTypedCategoryStaysWhenItIsRefused() {
        String added = leader.follow(add("道路和水电", "")).html();
        assertThat(added).contains("value=\"道路和水电\"").doesNotContain("open=\"open\"");
        String below = leader.follow(add("长".repeat(41), "labour")).html();
        assertThat(below).contains("value=\"" + "长".repeat(41) + "\"").containsPattern("value=\"labour\"\\s+selected");
        String changed = leader.follow(change("road", "住房和拆迁", "")).html();
        assertThat(changed)
                .contains("同一级已经有", "<details class=\"inline\" open=\"open\">")
                .containsPattern("id=\"name-road\"[^>]*value=\"住房和拆迁\"");
    }

    @Test
    void onlyTheCentreChangesThemAndOtherTownsHaveTheirOwn() {
        DeskBrowser office = town.as(town.office.leader());
        String page = "/desk/matters/categories?unit=" + town.office.id();
        assertThat(office.get(page).text()).contains("道路和水电", "这里只能查看").doesNotContain("新增分类");
        assertThat(office.post("/desk/matters/categories", "unit", town.office.id(), "name", "新的")
                        .status())
                .isEqualTo(403);
        assertThat(town.as(town.centre.staff().get(0))
                        .post("/desk/matters/categories", "unit", town.centre.id(), "name", "新的")
                        .status())
                .isEqualTo(403);
        add("新的", "");
        assertThat(categories.codes(new TownInBrowser(application).centre.id())).hasSize(10);
        assertThat(leader.in(Locale.ENGLISH)
                        .get("/desk/matters/categories?unit=" + town.centre.id())
                        .text())
                .contains("Roads, water and power", "新的")
                .doesNotContain("??");
    }

    @Test
    void theCentresProcessOwnerChangesThemToo() {
        DeskBrowser owner = DeskBrowser.of(
                application,
                new TestPeople(application.getBean(Accounts.class)).with(town.centre.id(), Role.PROCESS_OWNER));
        assertThat(owner.get("/desk/duty").text()).contains("事项分类");
        owner.post("/desk/matters/categories", "unit", town.centre.id(), "name", "历史遗留");
        assertThat(choices()).contains("历史遗留");
    }

    private List<String> choices() {
        return categories.codes(town.office.id()).stream()
                .map(code -> categories.label(code, ZH))
                .toList();
    }

    /** Of those that can still be used. */
    private String code(String name) {
        return categories.tree(town.centre.id()).stream()
                .filter(Category::isOpen)
                .filter(one -> categories.name(one, ZH).equals(name))
                .map(Category::code)
                .findFirst()
                .orElseThrow();
    }

    private Page add(String name, String parent) {
        return leader.post("/desk/matters/categories", "unit", town.centre.id(), "name", name, "parent", parent);
    }

    private Page change(String code, String name, String parent) {
        return leader.post(
                "/desk/matters/categories/" + code, "unit", town.centre.id(), "name", name, "parent", parent);
    }

    private Page post(String what) {
        return leader.post("/desk/matters/categories" + what, "unit", town.centre.id());
    }

    private Matter received(String category) {
        Matter matter = matters.begin(
                new NewMatter(town.office.id(), null, responsible, "周某", "13800000101", false, 1, "工资", null, "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        "周某",
                        "13800000101",
                        false,
                        1,
                        "没发工资",
                        List.of(),
                        category,
                        "要工资",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), responsible, false);
        return matters.get(matter.id());
    }
}
