package io.rotadesk.staff.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.staff.duty.DutySettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RotaDeskTest
class UnitsTest {

    @Autowired
    Units units;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Test
    void onlyWhatDiffersFromTheDefaultsIsStored() {
        UnitSettings settings = UnitSettings.of(Map.of("rings", 4, "ringTime", "5s", "answerTime", "PT15M"));
        Unit saved = units.save(new Unit("settings", "招商部", "广安世纪", null, null, null, settings));
        assertThat(saved.settings()).isEqualTo(settings);
        assertThat(saved.settings().get(CallSettings.class).pickUpTime()).isEqualTo(Duration.ofSeconds(20));
        assertThat(jdbc.sql("select settings::text from unit where id = 'settings'")
                        .query(String.class)
                        .single())
                .isEqualTo("{\"rings\": 4, \"answerTime\": \"PT15M\"}");
    }

    @Test
    @Tag("L2.1")
    @Tag("L3.2e")
    void defaultsAreWhatTheProceduresSay() {
        UnitSettings defaults = UnitSettings.defaults();
        assertThat(defaults.get(CallSettings.class).rings()).isEqualTo(3);
        assertThat(defaults.get(CallSettings.class).pickUpTime()).isEqualTo(Duration.ofSeconds(15));
        assertThat(defaults.get(CustomerSettings.class).callValidityDays()).isEqualTo(7);
        assertThat(defaults.get(CustomerSettings.class).visitValidityDays()).isEqualTo(15);
        assertThat(defaults.get(CallSettings.class).sensitiveTopics()).containsExactly("价格", "折扣", "合同条款");
        assertThat(defaults.get(DutySettings.class).madeUp()).doesNotContain(TurnReason.AWAY, TurnReason.NO_ANSWER);
        assertThat(defaults.overrides()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "rings, 0",
        "rings, 2.5",
        "rings, many",
        "ringTime, 5 parsecs",
        "ringTime, -5s",
        "ringTime, 0s",
        "zone, Asia/Nowhere",
        "dayStart, whenever",
        "pickUpFirst, BOSS",
        "madeUp, SERVING",
        "sensitiveTopics, 价格",
        "locale, fr",
        "colour, red"
    })
    void anInvalidValueIsRefusedWithTheFieldsName(String field, String value) {
        Object given = value.matches("[0-9.]+") ? (Object) Double.valueOf(value) : value;
        assertThatThrownBy(() -> UnitSettings.of(Map.of(field, given)))
                .isInstanceOfSatisfying(RosterRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.reason(Locale.ENGLISH)).contains(field.equals("colour") ? "colour" : value);
                    assertThat(refusal.reason(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
                });
    }

    record Unmarked(@Setting(group = "duty", usual = "3") int tries) {}

    @Test
    void aRecordThatIsNotMarkedHoldsNoSettingsOfUnits() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitSettings.defaults().get(Unmarked.class))
                .withMessageContaining("Unmarked");
    }

    @Test
    void reasonsThatCannotBeMadeUpAreRefused() {
        assertThatThrownBy(() -> UnitSettings.of(Map.of("madeUp", List.of("SERVING", "LEFT"))))
                .isInstanceOfSatisfying(
                        RosterRefusal.class,
                        refusal -> assertThat(refusal.reason(Locale.ENGLISH)).contains("'LEFT' is not one of"));
    }

    @Test
    void unitIsWrittenAndReadAsJson() throws Exception {
        Unit unit = json.readValue("""
                {"id": "json", "name": "招商部", "projectName": "广安世纪", "managers": ["boss"],
                 "settings": {"dayStart": "carry-over", "closedWeekdays": ["sunday"], "locale": "en"}}
                """, Unit.class);
        units.save(unit);
        assertThat(units.get("json")).isEqualTo(unit);
        JsonNode written = json.valueToTree(unit);
        assertThat(written.at("/settings/dayStart").asText()).isEqualTo("CARRY_OVER");
        assertThat(written.at("/settings/rings").asInt()).isEqualTo(3);
        assertThat(written.at("/settings/ringTime").asText()).isEqualTo("PT5S");
        assertThat(json.treeToValue(written, Unit.class)).isEqualTo(unit);
    }

    @Test
    @Tag("P1")
    void unitsFormATree() {
        save(petition("town", null));
        save(petition("village", "town"));
        save(petition("hamlet", "village"));
        save(petition("bureau", "town"));
        assertThat(units.above("hamlet")).extracting(Unit::id).containsExactly("village", "town");
        assertThat(units.above("town")).isEmpty();
        assertThat(units.below("town")).extracting(Unit::id).containsExactly("bureau", "village", "hamlet");
        assertThat(units.below("hamlet")).isEmpty();
        assertThatThrownBy(() -> units.above("nowhere")).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    @Tag("P1")
    void aTreeHasNoCirclesNoGapsAndOneKind() {
        save(petition("county", null));
        save(petition("office", "county"));
        refused("parentId", petition("county", "office"));
        refused("parentId", petition("county", "county"));
        refused("parentId", petition("office", "elsewhere"));
        save(new Unit("shops", "招商部", "广安世纪", null, null, null, null));
        refused("parentId", petition("office", "shops"));
        refused("parentId", new Unit("shops", "招商部", "广安世纪", "county", null, null, null));
        assertThat(units.get("office").parentId()).isEqualTo("county");
    }

    @Test
    @Tag("P1")
    void twoUnitsAreNotPutBelowEachOtherAtTheSameMoment() throws Exception {
        for (int round = 0; round < 5; round++) {
            String one = "one-" + round;
            String other = "other-" + round;
            save(petition(one, null));
            save(petition(other, null));
            var threads = Executors.newFixedThreadPool(2);
            try {
                var start = new CyclicBarrier(2);
                var both = threads.invokeAll(List.of(below(one, other, start), below(other, one, start)));
                int saved = 0;
                for (var result : both) {
                    saved += result.get();
                }
                assertThat(saved).isEqualTo(1);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private Callable<Integer> below(String unit, String above, CyclicBarrier start) {
        return () -> {
            start.await(60, TimeUnit.SECONDS);
            try {
                units.save(petition(unit, above));
                return 1;
            } catch (RosterRefusal refusal) {
                assertThat(refusal.field()).isEqualTo("parentId");
                return 0;
            }
        };
    }

    @Test
    void aUnitStaysOfItsKindAndAReceptionPointHasNoProject() {
        save(petition("fixed", null));
        refused("kind", new Unit("fixed", "招商部", "广安世纪", null, null, null, null));
        refused("projectName", new Unit("project", UnitKind.PETITION, "接访点", "广安世纪", null, null, null, null));
        assertThat(units.get("fixed").projectName()).isNull();
        assertThat(UnitKind.LEASING.queues()).containsExactly(Queue.CALL, Queue.VISIT, Queue.HELPER);
        assertThat(UnitKind.PETITION.queues()).containsExactly(Queue.PETITION);
        assertThat(units.find("fixed")).isPresent();
        assertThatThrownBy(() -> units.leasing("fixed"))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("fixed");
    }

    private static Unit petition(String id, String above) {
        return new Unit(id, UnitKind.PETITION, "接访点" + id, null, above, null, null, null);
    }

    private void save(Unit unit) {
        assertThat(units.save(unit)).isEqualTo(units.get(unit.id()));
    }

    @Test
    void invalidUnitIsRefused() {
        refused("id", new Unit("招商部", "招商部", "广安世纪", null, null, null, null));
        refused("id", new Unit(null, "招商部", "广安世纪", null, null, null, null));
        refused("name", new Unit("unit", " ", "广安世纪", null, null, null, null));
        refused("projectName", new Unit("unit", "招商部", null, null, null, null, null));
        refused("managers", new Unit("unit", "招商部", "广安世纪", null, List.of("a b"), null, null));
        assertThat(units.find("unit")).isEmpty();
        assertThatThrownBy(() -> units.get("unit")).isInstanceOf(NoSuchElementException.class);
    }

    private void refused(String field, Unit unit) {
        assertThatThrownBy(() -> units.save(unit))
                .isInstanceOfSatisfying(
                        RosterRefusal.class,
                        refusal -> assertThat(refusal.field()).isEqualTo(field));
    }
}
