package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The government's notice about a year's holidays is pasted as it was published (P4). */
@Tag("P4")
class HolidayNoticeTest {

    @Test
    void aSentenceIsReadAsItIs() {
        CalendarText read = CalendarText.parse(
                "国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。", Year.of(2026), Locale.CHINESE);
        assertThat(read.errors()).isEmpty();
        assertThat(read.days())
                .hasSize(9)
                .startsWith(new CalendarDay(LocalDate.of(2026, 10, 1), false, "国庆节"))
                .endsWith(
                        new CalendarDay(LocalDate.of(2026, 10, 7), false, "国庆节"),
                        new CalendarDay(LocalDate.of(2026, 9, 20), true, "国庆节"),
                        new CalendarDay(LocalDate.of(2026, 10, 10), true, "国庆节"));
    }

    @Test
    void theNoticesOf2025And2026AreTheCalendarsThatAreShipped() {
        String of2025 = """
                国务院办公厅关于2025年
                部分节假日安排的通知
                各有关单位：
                春节自农历除夕起放假调休8天，国庆节自10月1日起放假调休7天（如逢周三则只在当日放假）。
                现将2025年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
                一、元旦：1月1日（周三）放假1天，不调休。
                二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
                三、清明节：4月4日（周五）至6日（周日）放假，共3天。
                四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
                五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
                六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。
                节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。
                2024年11月12日
                """;
        // As copied from a page that has no line breaks left.
        String of2026 = "关于2026年部分节假日安排的通知 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。"
                + "二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。"
                + "三、清明节：4月4日（周六）至6日（周一）放假，共3天。四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。"
                + "五、端午节：6月19日（周五）至21日（周日）放假，共3天。六、中秋节：9月25日（周五）至27日（周日）放假，共3天。"
                + "七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。";
        assertThat(days(of2025)).containsExactlyInAnyOrderElementsOf(PublishedCalendars.of(Year.of(2025)));
        assertThat(days(of2026)).containsExactlyInAnyOrderElementsOf(PublishedCalendars.of(Year.of(2026)));
    }

    @Test
    void aHolidayAcrossTheYearsEndAndOlderWaysToWriteIt() {
        assertThat(days("2023年节假日\n元旦：2022年12月31日至2023年1月2日放假调休，共3天。"))
                .extracting(CalendarDay::day)
                .containsExactly(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 2));
        assertThat(days("2028年节假日\n元旦:12月30日(星期六)至1月1日(星期一)放假,共3天。"))
                .extracting(CalendarDay::day)
                .containsExactly(LocalDate.of(2028, 12, 30), LocalDate.of(2028, 12, 31), LocalDate.of(2029, 1, 1));
        assertThat(days("2024年部分节假日\n清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource({
        "国庆节：10月1日（周三）至7日（周二）放假调休，共7天。, in 2026 that day is 周四",
        "国庆节：10月1日（周四）至7日（周三）放假调休，共8天。, number of days",
        "清明节：4月31日放假。, is no date",
        "清明节：4月6日至4日放假。, not possible"
    })
    void aSentenceThatContradictsTheCalendarIsRefused(String sentence, String reason) {
        CalendarText read = CalendarText.parse("2026年节假日安排\n" + sentence, Locale.ENGLISH);
        assertThat(read.days()).isEmpty();
        assertThat(read.errors()).singleElement().satisfies(error -> {
            assertThat(error.line()).isEqualTo(2);
            assertThat(error.reason()).contains(reason);
        });
    }

    @Test
    void aNoticeWithoutAYearIsRefusedAndNoSentenceIsLeftOutInSilence() {
        assertThat(CalendarText.parse("元旦：1月1日放假1天。", Locale.ENGLISH).errors())
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("of which year"));
        assertThat(CalendarText.parse("2026年节假日\n元旦：1月1日（周四）放假1天。\n中秋节9月25日（周五）放假", Locale.ENGLISH)
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.line()).isEqualTo(3));
    }

    @Test
    void linesOfOurOwnCanStandBesideIt() {
        assertThat(days("2026年节假日\n元旦：1月1日（周四）放假1天。\n2026-03-12 休 植树节")).hasSize(2);
    }

    private static java.util.List<CalendarDay> days(String text) {
        CalendarText read = CalendarText.parse(text, Locale.CHINESE);
        assertThat(read.errors()).isEmpty();
        return read.days();
    }
}
