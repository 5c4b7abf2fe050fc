package io.rotadesk.leasing.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.leasing.handbook.SaveResult.Overtaken;
import io.rotadesk.leasing.handbook.SaveResult.Saved;
import io.rotadesk.leasing.handbook.Section.Kind;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RotaDeskTest
@Tag("L2.5")
@Tag("L3.5")
class HandbookTest {

    @Autowired
    Handbook handbook;

    @Autowired
    JdbcClient db;

    @Autowired
    Units units;

    private final String unit = "handbook-" + UUID.randomUUID();

    @BeforeEach
    void aUnit() {
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of("manager"), List.of(), null));
    }

    @Test
    void aUnitBeginsWithTheShippedHandbookAsVersionOne() {
        assertThat(handbook.currentVersion(unit)).isEqualTo(1);
        assertThat(handbook.script(unit, "call-opening")).get(STRING).contains("您好!广安世纪");
        assertThat(handbook.script(unit, "call-cover")).get(STRING).contains("对不起,×××不在,请问有什么事情我可以帮助您吗?");
        assertThat(handbook.current(unit).of(Kind.SCRIPT))
                .extracting(Section::topic)
                .containsExactly(
                        "call-opening",
                        "call-cover",
                        "call-register",
                        "reception-greeting",
                        "tour",
                        "negotiation",
                        "farewell",
                        "conduct");
        assertThat(handbook.entries(unit)).hasSize(15);
        assertThat(handbook.entries(unit))
                .filteredOn(Section::sensitive)
                .extracting(Section::topic)
                .containsExactly("rent", "rent-free", "lease-term", "policy");
        assertThat(handbook.history(unit))
                .singleElement()
                .satisfies(version -> assertThat(version.author()).isEqualTo(Version.SHIPPED));
    }

    @Test
    void everySaveIsANewVersionAndTheOldOnesStay() {
        var parking = new Section(Kind.QA, "parking", "停车方便吗?", "地下车位 200 个。", false);
        assertThat(handbook.save(unit, 1, parking, "zhou", "车位数")).isEqualTo(new Saved(1 + 1));

        assertThat(handbook.currentVersion(unit)).isEqualTo(2);
        assertThat(handbook.current(unit).find(Kind.QA, "parking")).contains(parking);
        assertThat(handbook.edition(unit, 1).orElseThrow().find(Kind.QA, "parking"))
                .get()
                .isNotEqualTo(parking);
        assertThat(handbook.history(unit)).extracting(Version::number).containsExactly(2, 1);
        assertThat(handbook.history(unit).get(0).author()).isEqualTo("zhou");
        assertThat(handbook.compare(unit, 1, 2)).singleElement().satisfies(change -> {
            assertThat(change.title()).isEqualTo("停车方便吗?");
            assertThat(change.lines())
                    .anyMatch(line -> line.kind() == DiffLine.Kind.IN
                            && line.head()
                                    .concat(line.changed())
                                    .concat(line.tail())
                                    .contains("200"));
        });
    }

    @Test
    void savingTheSameTextAgainMakesNoVersion() {
        Section tour = handbook.current(unit).find(Kind.SCRIPT, "tour").orElseThrow();
        assertThat(handbook.save(unit, 1, tour, "zhou", "")).isEqualTo(new Saved(1));
        assertThat(handbook.currentVersion(unit)).isEqualTo(1);
    }

    @Test
    void theSecondOfTwoEditorsOfASectionIsToldAndNothingIsLost() {
        var first = new Section(Kind.SCRIPT, "tour", "参观", "先看外部。", false);
        var second = new Section(Kind.SCRIPT, "tour", "参观", "先看内部。", false);
        handbook.save(unit, 1, first, "zhou", "");

        assertThat(handbook.save(unit, 1, second, "qian", "")).isInstanceOfSatisfying(Overtaken.class, overtaken -> {
            assertThat(overtaken.current().author()).isEqualTo("zhou");
            assertThat(overtaken.theirs()).isEqualTo(first);
        });
        assertThat(handbook.script(unit, "tour")).contains("先看外部。");
    }

    @Test
    void editorsOfDifferentSectionsDoNotGetInEachOthersWay() {
        handbook.save(unit, 1, new Section(Kind.SCRIPT, "tour", "参观", "先看外部。", false), "zhou", "");
        assertThat(handbook.save(unit, 1, new Section(Kind.SCRIPT, "farewell", "送别", "送到门口。", false), "qian", ""))
                .isEqualTo(new Saved(3));
        assertThat(handbook.script(unit, "tour")).contains("先看外部。");
        assertThat(handbook.script(unit, "farewell")).contains("送到门口。");
    }

    @Test
    void simultaneousSavesGetNumbersOfTheirOwn() throws Exception {
        try (var threads = new ClosingExecutor(8)) {
            var saves = threads.all(IntStream.range(0, 16)
                    .<Callable<Integer>>mapToObj(i -> () -> handbook.addAnswer(unit, "问题 " + i, "答复 " + i, "manager"))
                    .toList());
            assertThat(saves)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(2, 17).boxed().toList());
        }
        assertThat(handbook.entries(unit)).hasSize(15 + 16);
    }

    @Test
    void sectionsAreReadInTheOrderThatIsSetAndNoneIsLost() {
        int all = handbook.current(unit).sections().size();

        int version = handbook.reorder(unit, Map.of(Kind.QA, List.of("parking", "opening")), "zhou", "顺序");

        assertThat(version).isEqualTo(2);
        assertThat(handbook.current(unit).of(Kind.QA))
                .extracting(Section::topic)
                .startsWith("parking", "opening");
        assertThat(handbook.current(unit).sections()).hasSize(all);
        assertThat(handbook.reorder(unit, Map.of(Kind.QA, List.of("parking", "opening")), "zhou", "顺序"))
                .as("already so")
                .isEqualTo(2);
    }

    @Test
    void anOldVersionIsRestoredAsANewOne() {
        handbook.remove(unit, 1, Kind.QA, "opening", "zhou", "还没有定");
        assertThat(handbook.current(unit).find(Kind.QA, "opening")).isEmpty();

        assertThat(handbook.restore(unit, 1, "zhou", "恢复")).isEqualTo(3);

        assertThat(handbook.current(unit).sections())
                .isEqualTo(handbook.edition(unit, 1).orElseThrow().sections());
    }

    @Test
    void theDatabaseRefusesToChangeAVersion() {
        handbook.currentVersion(unit);
        assertThatThrownBy(() -> db.sql("update handbook_section set markdown = '' where unit_id = :unit")
                        .param("unit", unit)
                        .update())
                .hasMessageContaining("a version of the handbook is never changed");
    }

    @Test
    @Tag("L3.7")
    void aManagersAnswerBecomesAnEntryAndASecondOneReplacesIt() {
        assertThat(handbook.addAnswer(unit, "可以养宠物吗?", "导盲犬可以。", "manager")).isEqualTo(2);
        assertThat(handbook.addAnswer(unit, "可以养宠物吗?", "小型犬可以牵绳进入。", "manager")).isEqualTo(3);

        assertThat(handbook.entries(unit))
                .filteredOn(entry -> entry.title().equals("可以养宠物吗?"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.markdown()).isEqualTo("小型犬可以牵绳进入。"));
        assertThat(handbook.history(unit).get(0).author()).isEqualTo("manager");
    }

    @Test
    void aVeryLongQuestionIsKeptWhole() {
        String question = "这个问题很长,".repeat(60);
        handbook.addAnswer(unit, question, "可以。", "manager");
        Section entry = handbook.entries(unit).get(15);
        assertThat(entry.title()).hasSizeLessThanOrEqualTo(200);
        assertThat(entry.markdown()).contains(question.strip()).endsWith("可以。");
    }

    @Test
    void searchFindsChineseInTitleAndText() {
        assertThat(topics("停车")).first().isEqualTo("parking");
        assertThat(topics("卸货")).contains("transport", "tour");
        assertThat(topics("免租 装修")).containsExactly("rent-free");
        assertThat(topics("WIFI 密码")).isEmpty();
        assertThat(handbook.search(unit, "").sections()).hasSize(23);
    }

    @Test
    void aQuestionTypedInFullFindsTheNearest() {
        Found found = handbook.search(unit, "停车费多少钱");
        assertThat(found.exact()).isFalse();
        assertThat(found.sections()).first().extracting(Section::topic).isEqualTo("parking");
    }

    private List<String> topics(String typed) {
        return handbook.search(unit, typed).sections().stream()
                .map(Section::topic)
                .toList();
    }

    private record ClosingExecutor(java.util.concurrent.ExecutorService threads) implements AutoCloseable {
        ClosingExecutor(int size) {
            this(Executors.newFixedThreadPool(size));
        }

        <T> List<T> all(List<Callable<T>> tasks) throws Exception {
            var results = new java.util.ArrayList<T>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
