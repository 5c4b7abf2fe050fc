package io.rotadesk.petition.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples are those of the standards (GB 11643, GB 32100); they belong to nobody. */
class IdNumberTest {

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", " 110105 19491231 002X ", "１１０１０５１９４９１２３１００２Ｘ"})
    void aNumberIsReadHoweverItIsTyped(String typed) {
        assertThat(IdNumber.ofPerson(typed).map(IdNumber::text)).contains("11010519491231002X");
    }

    @Test
    void itTellsAgeAndSex() {
        IdNumber woman = IdNumber.ofPerson("11010519491231002X").orElseThrow();
        assertThat(woman.born()).contains(LocalDate.of(1949, 12, 31));
        assertThat(woman.age(LocalDate.of(2026, 12, 30))).contains(76);
        assertThat(woman.age(LocalDate.of(2026, 12, 31))).contains(77);
        assertThat(woman.sex()).contains(IdNumber.Sex.FEMALE);
        assertThat(IdNumber.ofPerson("440524188001010014").orElseThrow().sex()).contains(IdNumber.Sex.MALE);
        IdNumber old = IdNumber.ofPerson("110105491231002").orElseThrow();
        assertThat(old.born()).contains(LocalDate.of(1949, 12, 31));
        assertThat(old.sex()).contains(IdNumber.Sex.FEMALE);
    }

    @Test
    void onlyItsEndIsShown() {
        IdNumber number = IdNumber.ofPerson("11010519491231002X").orElseThrow();
        assertThat(number.masked()).isEqualTo("**************002X");
        assertThat(number).hasToString("**************002X");
    }

    @Test
    void aWrongCheckSignOrExchangedDigitsAreFound() {
        String number = "11010519491231002X";
        for (char check : "0123456789".toCharArray()) {
            assertThat(IdNumber.ofPerson(number.substring(0, 17) + check)).isEmpty();
        }
        assertThat(IdNumber.ofPerson("11015019491231002X")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "110105194912310021",
                "11010519490230002X",
                "110105490230002",
                "1101051949123100",
                "abc",
                "查无此号"
            })
    void anythingElseIsNoNumber(String typed) {
        assertThat(IdNumber.ofPerson(typed)).isEmpty();
    }

    @Test
    void companiesHaveACreditCode() {
        IdNumber code = IdNumber.ofOrganisation("91350100m000100y43").orElseThrow();
        assertThat(code.text()).isEqualTo("91350100M000100Y43");
        assertThat(code.sex()).isEmpty();
        assertThat(IdNumber.ofOrganisation("91350100M000100Y44")).isEmpty();
        assertThat(IdNumber.ofOrganisation("11010519491231002X")).isEmpty();
        assertThat(IdNumber.ofPerson("91350100M000100Y43")).isEmpty();
    }
}
