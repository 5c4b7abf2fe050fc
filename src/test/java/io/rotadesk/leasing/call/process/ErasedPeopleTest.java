package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.TextColumns;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallEvent;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.unit.UnitSettings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Callers who never became customers are erased by their number or from an entry. */
class ErasedPeopleTest extends CallScenario {

    private static final String BY = "chefin";

    private static final Numbering SHANGHAI = Numbering.of("86", "021");

    @Autowired
    ErasedPeople people;

    @Autowired
    JdbcClient db;

    @ParameterizedTest
    @CsvSource({
        "13987650301, 13987650301",
        "13987650302, +86 139-8765-0302",
        "139 8765 0303, 008613987650303",
        "+8613987650304, 139 8765 0304",
        "010-87650305, 01087650305",
        "+49 30 87650306, 0049 3087650306"
    })
    void missedCallerIsErasedHoweverTheNumberIsWritten(String called, String typed) {
        CallKey missed = missedFrom(called);
        String digits = called.replaceAll("\\D", "");
        String end = digits.substring(digits.length() - 8);
        assertThat(TextColumns.thatHold(db, end)).as("known before").isNotEmpty();

        var erased = people.erase(new Person(department.id(), typed, null), BY).orElseThrow();

        assertThat(erased.records()).containsEntry("calls", 1);
        assertThat(TextColumns.thatHold(db, end)).isEmpty();
        assertThat(TextColumns.thatHold(db, end.substring(0, 4) + " " + end.substring(4)))
                .isEmpty();
        assertThat(task(missed)).as("somebody still has to close the task").isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "87653701, 021-87653701",
        "021-87653702, 87653702",
        "+862187653703, 8765 3703",
        "87653704, +86 21 8765 3704",
        "021-87653705转801, 87653705"
    })
    void localNumberIsErasedHoweverItIsWritten(String called, String typed) {
        department = founder.found(UnitSettings.defaults().with("areaCode", "021"));
        String local = PhoneNumbers.e164(typed, SHANGHAI).orElseThrow().substring("+8621".length());
        missedFrom(called);
        String words = "也打过 %s、(021)%s、002186%s，不是 0755-%s".formatted(local, local, local, local);
        CallKey other = registeredWith(words);
        assertThat(TextColumns.thatHold(db, local)).as("known before").isNotEmpty();

        var erased = people.erase(new Person(department.id(), typed, null, SHANGHAI), BY)
                .orElseThrow();

        assertThat(erased.records()).containsEntry("calls", 1);
        assertThat(call(other).written().remarks()).doesNotContain("(021)").contains("也打过 *、", "不是 0755-" + local);
    }

    private CallKey registeredWith(String remarks) {
        CallKey key = ringsFrom("13987650370");
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of(
                        "customerName",
                        "司徒望舒",
                        "customerPhone",
                        "13987650370",
                        "remarks",
                        remarks,
                        "leftOwnDetails",
                        true));
        return key;
    }

    @Test
    void entryIsErasedWithEverythingOfItsNumber() {
        String number = "13987650310";
        CallKey first = missedFrom(number);
        missedFrom(number);

        var erased = people.erase(new Person(department.id(), number, first.contact()), BY)
                .orElseThrow();

        assertThat(erased.records()).containsEntry("calls", 2);
        assertThat(TextColumns.thatHold(db, number)).isEmpty();
    }

    @Test
    void entryWithoutANumberIsErasedByItself() {
        CallKey withheld = missedFrom("anonym-Quakenbrück");
        assertThat(TextColumns.thatHold(db, "Quakenbrück")).isNotEmpty();

        people.erase(new Person(department.id(), "anonym-Quakenbrück", withheld.contact()), BY)
                .orElseThrow();

        assertThat(TextColumns.thatHold(db, "Quakenbrück")).isEmpty();
    }

    @Test
    void customerOfTheNumberGoesToo() {
        CallKey key = ringsFrom("13987650320");
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of(
                        "customerName", "欧阳晓棠",
                        "customerPhone", "13987650320",
                        "questionForManager", "欧阳晓棠问：有没有临街铺",
                        "leftOwnDetails", true));
        assertThat(TextColumns.thatHold(db, "欧阳晓棠")).isNotEmpty();

        var erased = people.erase(new Person(department.id(), "139 8765 0320", null), BY)
                .orElseThrow();

        assertThat(erased.records()).containsEntry("customers", 1);
        for (String words : List.of("欧阳晓棠", "13987650320", "139 8765 0320")) {
            assertThat(TextColumns.thatHold(db, words)).as(words).isEmpty();
        }
    }

    @Test
    void numberThatStandsInWordsAboutSomebodyElseIsTakenOutOfThem() {
        CallKey key = ringsFrom("13987650360");
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, CallHandling.Task.REGISTER_CALL),
                Map.of(
                        "customerName", "司徒望舒",
                        "customerPhone", "13987650360",
                        "remarks", "朋友的电话 139-8765-0361，面积 139876503610",
                        "questionForManager", "能不能也请+86 139 8765 0361来看铺？",
                        "leftOwnDetails", true));
        assertThat(TextColumns.thatHold(db, "0361")).isNotEmpty();

        people.erase(new Person(department.id(), "13987650361", null), BY).orElseThrow();

        assertThat(TextColumns.thatHold(db, "139-8765-0361")).isEmpty();
        assertThat(TextColumns.thatHold(db, "139 8765 0361")).isEmpty();
        assertThat(TextColumns.thatHold(db, "139876503610"))
                .as("another figure")
                .isNotEmpty();
        assertThat(TextColumns.thatHold(db, "司徒望舒")).as("somebody else").isNotEmpty();
    }

    @Test
    void nobodyIsErasedWhileTheyAreOnThePhone() {
        CallKey key = ringsFrom("13987650330");
        Person person = new Person(department.id(), "13987650330", null);
        assertThat(people.erase(person, BY)).as("it rings").isEmpty();
        pickUp(key);
        assertThat(people.erase(person, BY)).as("they talk").isEmpty();
        assertThat(TextColumns.thatHold(db, "13987650330")).isNotEmpty();
    }

    @Test
    void otherNumbersAndOtherUnitsAreLeftAlone() {
        missedFrom("13987650340");
        people.erase(new Person(department.id(), "13987650341", null), BY).orElseThrow();
        people.erase(new Person(founder.found().id(), "13987650340", null), BY).orElseThrow();
        assertThat(TextColumns.thatHold(db, "13987650340")).isNotEmpty();
        for (String none : List.of("", "  ", "1", "abc", "1234", "%", ".*")) {
            assertThatThrownBy(() -> new Person(department.id(), none, null))
                    .as(none)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theErasureIsRecordedWithoutAnythingOfThePerson() {
        missedFrom("13987650350");
        people.erase(new Person(department.id(), "13987650350", null), BY).orElseThrow();
        assertThat(people.latest(department.id(), 5)).first().satisfies(erasure -> {
            assertThat(erasure.by()).isEqualTo(BY);
            assertThat(erasure.at()).isEqualTo(clock.instant());
            assertThat(erasure.total()).isEqualTo(1);
            assertThat(erasure.toString()).doesNotContain("13987650350");
        });
    }

    private CallKey missedFrom(String number) {
        CallKey key = ringsFrom(number);
        report(key, CallEvent.HUNG_UP);
        return key;
    }
}
