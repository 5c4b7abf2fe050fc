package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No pattern of a form runs for ever on any text: it gives an answer at once, or the form is not deployed. */
class PatternLimitsTest {

    private static final List<String> TEXTS = List.of(
            "a".repeat(3_999) + "!",
            "x".repeat(4_000),
            "a",
            "ab".repeat(2_000),
            "1".repeat(3_999) + "x",
            " ".repeat(4_000),
            "长".repeat(4_000));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "^(a+)+$",
                "(x+x+)+y",
                "(a|aa)+$",
                "(.*a){20}",
                "(.*a){20}b",
                "^(([a-z])+.)+[A-Z]([a-z])+$",
                "(a*)*b",
                "(a|a?)+b",
                "([a-zA-Z]+)*$",
                "^(\\d+)*x$",
                "(\\w+\\s?)*!$",
                "a(?:|){40}b",
                "(?:(?:a?){20}){20}b",
                "(a?){50}a{50}",
                "^(.+)+(.+)+(.+)+$",
                "(((((((a*)*)*)*)*)*)*)*b",
            })
    @Timeout(20)
    void aPatternIsAnsweredAtOnce(String pattern) {
        FormPattern.compile(pattern);

        for (String text : TEXTS) {
            FormPattern.find(pattern, text);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(?=(a+)+$)x",
                "(?!a)b",
                "(?<=a+)b",
                "(a+)\\1",
                "(?>a+)b",
                "a++b",
                "(?:){1000000000}",
                "((a{1000}){1000}){1000}",
                "((a{1,1000}){1,1000}){0,1000}",
                "((((((((((a{0,9}){0,9}){0,9}){0,9}){0,9}){0,9}){0,9}){0,9}){0,9}){0,9}",
                "a{1001}",
                "([",
                "*",
            })
    @Timeout(20)
    void aPatternThatCannotRunInTimeIsNotDeployed(String pattern) {
        assertThatThrownBy(() -> FormPattern.compile(pattern)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lengthAndDepthAreLimited() {
        assertThatThrownBy(() -> FormPattern.compile("a".repeat(501))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FormPattern.compile("(".repeat(5_000) + ")".repeat(5_000)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(FormPattern.find("(".repeat(100) + "a" + ")".repeat(100), "bab"))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "^20[0-9]{2}-(0[1-9]|1[0-2])$, 2026-11, true",
        "^20[0-9]{2}-(0[1-9]|1[0-2])$, 2026-13, false",
        "^[\\u4e00-\\u9fa5]{2}$, 张伟, true",
        "^[\\u4e00-\\u9fa5]{2}$, zw, false",
        "a|b, xbx, true",
        "^\\\\u0041$, \\u0041, true",
        "(?i)abc, xABC, true",
        "\\d{3}-\\d{4}, 123-4567, true",
    })
    void aPatternMeansWhatItMeansInTheBrowser(String pattern, String text, boolean found) {
        assertThat(FormPattern.find(pattern, text)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "13800000001, true",
        "010-5555 0101, true",
        "(010) 5555-0101, true",
        "(010)55550101, true",
        "+86 138 0000 0001, true",
        "+1 650-253-0000, true",
        "+86 (10) 5555 0101, true",
        "0832 555 0101x801, true",
        "95588, true",
        "0(((((((, false",
        "((((((((, false",
        "0-------------, false",
        "0 0 0 0, false",
        "(0)(1)(2)(3)(4), false",
        "(1)(3)(8)(0)(0)(0)(0)(0)(0)(0)(1), false",
        "1(3)800000001, false",
        "021(6123)4567, false",
        "(0755)(8610)9999, false",
        "(13800000001), true",
        "(+86)13800000001, true",
        "(138) 0000 0001, true",
        "+86(021)61234567, true",
        "+86 (0)21 6123 4567, true",
        "+1 (650) 253-0000, true",
        "(021)61234567(801), true",
        "（021）6123 4567, true",
        "021-61234567-801, true",
        "021-61234567转801, true",
        "0755-86109999-8, true",
        "61234567, true",
        "086-13800000001, true",
        "0086-138-0000-0001, true",
        "+852 6123 4567, true",
        "400-810-6666-801, true",
        "13８0000000１, true",
        "+++++++1, false",
        "座机, false",
    })
    void aPhoneNumberHasDigits(String phone, boolean taken) throws Exception {
        List<FormField> fields = phoneFields();
        assertThat(fields).hasSizeGreaterThanOrEqualTo(7);
        for (FormField field : fields) {
            var input = new FormInput(Map.of(field.key(), phone), name -> null, Set.of(), null);
            assertThat(new FieldRules(field, input).broken().isEmpty())
                    .as(field.key())
                    .isEqualTo(taken);
        }
    }

    /** The fields of all forms that have a phone number's pattern. */
    private static List<FormField> phoneFields() throws Exception {
        List<FormField> found = new ArrayList<>();
        for (var file : new ModelFolders(List.of()).read().entrySet()) {
            if (file.getKey().endsWith(".form")) {
                FormSchema.parse(file.getValue()).fields().values().stream()
                        .flatMap(List::stream)
                        .filter(field -> field.rule("pattern").asText("").contains("86"))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** In a browser it is run by an engine that goes back and tries again. */
    @Test
    @Timeout(20)
    void aPhoneNumbersPatternIsQuickInABrowserToo() throws Exception {
        List<String> texts = new ArrayList<>(TEXTS);
        texts.addAll(List.of(
                "0-".repeat(2_000),
                "0" + "-".repeat(4_000),
                "(" + "0".repeat(20) + "-".repeat(3_000) + "x",
                "+86".repeat(1_000),
                "+1 ".repeat(1_000),
                "(021)".repeat(800),
                "6123".repeat(4) + "转".repeat(2_000)));
        for (FormField field : phoneFields()) {
            Pattern pattern = Pattern.compile(field.rule("pattern").asText());
            texts.forEach(text -> pattern.matcher(text).find());
        }
    }

    @Test
    void aFieldSaysThatItsOldPatternCannotBeRun() throws Exception {
        FormField field = FormSchema.parse("""
                {"id":"old","components":[{"type":"textfield","key":"a","label":"甲","validate":{"pattern":"(?=(a+)+$)b"}}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .fields()
                .get("a")
                .get(0);

        var input = new FormInput(Map.of("a", "aaa"), name -> null, Set.of(), null);
        assertThat(new FieldRules(field, input).broken())
                .extracting(FormCheck.Finding::message)
                .containsExactly("form.patternUnreadable");
    }
}
