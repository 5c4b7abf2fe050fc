package io.rotadesk.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
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
        assertThat(saved.settings().pickUpTime()).isEqualTo(Duration.ofSeconds(20));
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
        assertThat(defaults.rings()).isEqualTo(3);
        assertThat(defaults.pickUpTime()).isEqualTo(Duration.ofSeconds(15));
        assertThat(defaults.callValidityDays()).isEqualTo(7);
        assertThat(defaults.visitValidityDays()).isEqualTo(15);
        assertThat(defaults.sensitiveTopics()).containsExactly("价格", "折扣", "合同条款");
        assertThat(defaults.madeUp()).doesNotContain(TurnReason.AWAY, TurnReason.NO_ANSWER);
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
    void whatCannotBeIsRefusedWithTheFieldsName(String field, String value) {
        Object given = value.matches("[0-9.]+") ? (Object) Double.valueOf(value) : value;
        assertThatThrownBy(() -> UnitSettings.of(Map.of(field, given)))
                .isInstanceOfSatisfying(RosterRefusal.class, refusal -> {
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.reason(Locale.ENGLISH)).contains(field.equals("colour") ? "colour" : value);
                    assertThat(refusal.reason(Locale.SIMPLIFIED_CHINESE)).containsPattern("\\p{IsHan}");
                });
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
        units.save(new Unit("town", "镇群众接访中心", "接访中心", null, null, null, null));
        units.save(new Unit("village", "东村群众工作办公室", "接访中心", "town", null, null, null));
        assertThat(units.get("village").parentId()).isEqualTo("town");
        refused("parentId", new Unit("town", "镇群众接访中心", "接访中心", "village", null, null, null));
        refused("parentId", new Unit("village", "东村", "接访中心", "nowhere", null, null, null));
    }

    @Test
    void unitThatCannotBeIsRefused() {
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
