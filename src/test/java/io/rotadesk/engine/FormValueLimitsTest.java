package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values outside the limits are refused with the field's label, and too many values are refused at once. */
class FormValueLimitsTest {

    private static final String FORM = """
            {"id":"values","type":"default","components":[
              {"type":"textfield","id":"1","key":"name","label":"姓名"},
              {"type":"textarea","id":"2","key":"remarks","label":"备注"},
              {"type":"number","id":"3","key":"area","label":"面积"},
              {"type":"number","id":"4","key":"areaText","label":"面积二","serializeToString":true},
              {"type":"datetime","subtype":"date","id":"5","key":"day","dateLabel":"日期"},
              {"type":"datetime","subtype":"datetime","id":"6","key":"at","dateLabel":"时刻"},
              {"type":"datetime","subtype":"time","id":"7","key":"time","timeLabel":"时间","label":"时间"},
              {"type":"checklist","id":"8","key":"media","label":"媒体","values":[{"label":"网","value":"web"},{"label":"友","value":"friend"}]}]}
            """;

    private final FormCheck check = new FormCheck(new EngineWording(Locale.SIMPLIFIED_CHINESE));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e308",
                "-1e308",
                "1e999999999",
                "1e-999999999",
                "1e2147483647",
                "100000000001",
                "-100000000001",
                "0.0000001",
                "NaN",
                "Infinity",
                "-Infinity",
                "0x10",
                "１２",
                "1_000",
                "1,000"
            })
    void aNumberBeyondSenseIsRefused(String number) {
        assertThat(refusal(Map.of("areaText", number))).contains("“面积二”");
    }

    @Test
    void aNumberThatIsNoneIsRefused() {
        for (Object number : List.of(
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.MAX_VALUE,
                1e308,
                Float.MAX_VALUE,
                "1",
                true,
                List.of(1))) {
            assertThat(refusal(Map.of("area", number))).contains("“面积”");
        }
        assertThat(refusal(Map.of("area", 120.5, "areaText", "100000000000"))).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01", "9999-12-31", "1999-12-31", "2101-01-01", "+2026-03-02", "-2026-03-02", "+12026-03-02",
                        "12026-03-02",
                "2026-3-2", "2026-02-30", "20260302", "2026-03-02T09:30", "2026-03-02Z", "2026-W10-1", " 2026-03-02",
                        "２０２６-03-02"
            })
    void aDayOutsideOfTheYearsIsRefused(String day) {
        assertThat(refusal(Map.of("day", day))).contains("“日期”必须是日期");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0001-01-01T00:00",
                "9999-12-31T23:59",
                "+999999999-12-31T23:59",
                "1999-12-31T23:59Z",
                "2026-03-02",
                "2026-03-02T25:00",
                "2026-03-02T09:30+18:01",
                "2026-03-02T09:30[Asia/Shanghai]",
                "2026-03-02T09:30+08:00[Asia/Shanghai]"
            })
    void aTimeOutsideOfTheYearsIsRefused(String time) {
        assertThat(refusal(Map.of("at", time))).contains("“时刻”必须是日期和时间");
    }

    @ParameterizedTest
    @CsvSource({
        "day,2000-01-01",
        "day,2100-12-31",
        "at,2026-03-02T09:30",
        "at,2026-03-02T09:30:15.000+08:00",
        "at,2026-03-02T01:30Z",
        "time,09:30",
        "time,09:30+08:00"
    })
    void valuesThatAFormWritesAreAccepted(String field, String value) {
        assertThat(refusal(Map.of(field, value))).isNull();
    }

    @Test
    void theDelegatesReadEveryValueThatTheCheckAccepts() {
        for (String value : List.of("2026-03-02", "2026-03-02T09:30", "2026-03-02T09:30:15+08:00")) {
            assertThat(DateTimeText.isValid("date", value) || DateTimeText.isValid("datetime", value))
                    .isTrue();
            assertThat(
                            value.contains("T")
                                    ? java.time.LocalDate.from(DateTimeText.dateTime(value))
                                    : DateTimeText.date(value))
                    .hasToString("2026-03-02");
        }
    }

    @Test
    void charactersThatCannotBeKeptAreRefused() {
        for (String character :
                List.of("\0", "\u0001", "\u001b", "\u007f", "\u0085", "\ud83d", "\ude00", "\ude00\ud83d", "\u000b")) {
            assertThat(refusal(Map.of("name", "王" + character + "明"))).contains("“姓名”里有不能保存的字符");
            assertThat(refusal(Map.of("remarks", character))).contains("“备注”里有不能保存的字符");
        }
        assertThat(refusal(Map.of("name", "王小明😀𠮷", "remarks", "一\n二\r\n三\t四")))
                .isNull();
    }

    @Test
    @Timeout(20)
    void muchOfAnythingIsRefusedAtOnce() {
        assertThat(refusal(Map.of("name", "长".repeat(10_000_000)))).contains("“姓名”最多 4000 个字");
        assertThat(refusal(Map.of(
                        "media",
                        IntStream.range(0, 100_000).mapToObj(i -> "web").toList())))
                .contains("“媒体”");
        assertThat(refusal(Map.of("media", IntStream.range(0, 100_000).boxed().toList())))
                .contains("“媒体”只能从列表中选择");
        List<Object> deep = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            deep = new ArrayList<>(List.of(deep));
        }
        assertThat(refusal(Map.of("media", deep))).contains("“媒体”只能从列表中选择");
    }

    @Test
    @Timeout(20)
    void largeOrDeepJsonIsNotEvenRead() {
        for (String json : List.of(
                "[".repeat(100_000),
                "[".repeat(500) + "]".repeat(500),
                "[" + "\"web\",".repeat(100_000) + "\"web\"]",
                "[1e" + "9".repeat(60) + "]")) {
            Map<String, Object> values = FormValues.allPlain(
                    Variables.putValueTyped("media", SpinValues.jsonValue(json).create()));
            assertThat(values.get("media")).isSameAs(FormValues.UNREADABLE);
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> check.readable(values))
                    .withMessageContaining("“media”");
        }
    }

    @Test
    void twentyFindingsAreNamedAndTheRestIsCounted() {
        Map<String, Object> many = new HashMap<>();
        IntStream.range(0, 50_000).forEach(i -> many.put("unknown" + i + "x".repeat(100), i));

        String message = refusal(many);

        assertThat(message).hasSizeLessThan(4_000).contains("还有 49980 处");
        assertThat(message.split("表单里没有", -1)).hasSize(21);
    }

    private String refusal(Map<String, Object> submitted) {
        try {
            FormSchema form = FormSchema.parse(FORM.getBytes(StandardCharsets.UTF_8));
            RefusedException refused = catchThrowableOfType(
                    RefusedException.class,
                    () -> check.check(form, new FormInput(submitted, name -> null, Set.of(), null)));
            return refused == null ? null : refused.getMessage();
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
