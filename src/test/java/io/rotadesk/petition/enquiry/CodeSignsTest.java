package io.rotadesk.petition.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code survives being read aloud, written down and typed. */
class CodeSignsTest {

    private static final String CODE =
            CodeSigns.of("thirty-two bytes of a signature..".getBytes(StandardCharsets.UTF_8));

    @Test
    void itHasElevenRandomSignsAndACheckSign() {
        assertThat(CODE).hasSize(12).matches("[" + CodeSigns.SIGNS + "]+");
        assertThat(Math.pow(CodeSigns.SIGNS.length(), 11)).isGreaterThan(Math.pow(2, 50));
        assertThat(CodeSigns.grouped(CODE)).matches("\\w{4}-\\w{4}-\\w{4}");
    }

    @Test
    void ofSignsThatLookAlikeThereIsOneOnly() {
        assertThat(CodeSigns.SIGNS).doesNotContain("O", "I", "L", "Z", "S", "B", "U");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s ", "%s\n"})
    void itIsReadHoweverItIsTyped(String around) {
        assertThat(CodeSigns.read(around.formatted(CODE))).contains(CODE);
        assertThat(CodeSigns.read(around.formatted(CodeSigns.grouped(CODE)))).contains(CODE);
        assertThat(CodeSigns.read(around.formatted(CODE.toLowerCase(Locale.ROOT))))
                .contains(CODE);
        assertThat(CodeSigns.read(around.formatted(wide(CODE)))).contains(CODE);
        assertThat(CodeSigns.read(around.formatted(CODE.replaceAll("(..)", "$1 "))))
                .contains(CODE);
        assertThat(CodeSigns.read(around.formatted(lookAlikes(CODE)))).contains(CODE);
    }

    /** As an input method for Chinese writes letters and digits. */
    private static String wide(String code) {
        return code.chars()
                .map(sign -> sign + '\uFF01' - '!')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String lookAlikes(String code) {
        return code.replace('0', 'O')
                .replace('1', 'l')
                .replace('2', 'Z')
                .replace('5', 's')
                .replace('8', 'B')
                .replace('V', 'u');
    }

    @Test
    void everySingleWrongSignIsFound() {
        for (int i = 0; i < CODE.length(); i++) {
            for (char other : CodeSigns.SIGNS.toCharArray()) {
                String typed = CODE.substring(0, i) + other + CODE.substring(i + 1);
                assertThat(CodeSigns.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(CODE));
            }
        }
    }

    @Test
    void neighboursThatWereExchangedAreFound() {
        for (int i = 0; i + 1 < CODE.length(); i++) {
            String typed = CODE.substring(0, i) + CODE.charAt(i + 1) + CODE.charAt(i) + CODE.substring(i + 2);
            assertThat(CodeSigns.read(typed).isPresent()).as(typed).isEqualTo(typed.equals(CODE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "-", "查询码", "0000", "000000000001", "😀😀😀😀😀😀", "' or 1=1 --"})
    void anythingElseIsNoCode(String typed) {
        assertThat(CodeSigns.read(typed)).isEmpty();
        assertThat(CodeSigns.read(typed.repeat(1000))).isEmpty();
    }

    @Test
    void otherBitsAreAnotherCode() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(CodeSigns.of(("some signature that has many bits " + i).getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(codes).hasSize(1000);
    }
}
