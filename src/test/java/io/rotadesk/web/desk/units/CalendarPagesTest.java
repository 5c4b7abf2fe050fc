package io.rotadesk.web.desk.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NewMatter;
import io.rotadesk.petition.matter.ReceptionRecord;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.workday.CalendarWatch;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import io.rotadesk.web.desk.TownInBrowser;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** A petition unit's calendar: published holidays, what a change moves, and dates that are tried out (P4). */
@RotaDeskTest
@Tag("P4")
class CalendarPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    CalendarWatch watch;

    @Autowired
    Matters matters;

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    Notices notices;

    @Autowired
    DutyDays duty;

    @Autowired
    TestClock clock;

    TownInBrowser town;
    DeskBrowser leader;
    String unit;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        town = new TownInBrowser(application);
        leader = town.as(town.centre.leader());
        unit = "?unit=" + town.centre.id();
    }

    @Test
    void thePublishedHolidaysOfAYearAreTakenOverOrPastedAsTheyWerePublished() {
        assertThat(leader.get("/desk/workdays" + unit).text()).contains("2026 年的放假安排还没有录入", "填入已公布的 2026 年放假安排");
        leader.post("/desk/workdays/published" + unit + "&year=2026");
        assertThat(calendar.isWorking(town.office.id(), LocalDate.of(2026, 10, 10)))
                .isTrue();
        assertThat(calendar.isWorking(town.office.id(), LocalDate.of(2026, 2, 23)))
                .isFalse();
        assertThat(leader.get("/desk/workdays" + unit).text()).doesNotContain("还没有录入", "填入已公布的");

        Page pasted = leader.post(
                "/desk/workdays/paste" + unit + "&year=2027",
                "text",
                "国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。");
        assertThat(pasted.redirect()).contains("year=2027");
        assertThat(calendar.isWorking(town.centre.id(), LocalDate.of(2027, 10, 9)))
                .isTrue();
        Page wrong = leader.post("/desk/workdays/paste" + unit + "&year=2027", "text", "元旦：1月1日（周四）至3日（周六）放假调休，共3天。");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text()).contains("与日历不符", "2027 年的这一天是周五");
        assertThat(leader.post("/desk/workdays/published" + unit + "&year=2031").status())
                .isEqualTo(404);
    }

    @Test
    void aChangeThatMovesOpenDeadlinesShowsThemFirst() {
        Matter matter = planned(LocalDate.of(2026, 5, 1));
        String holiday = "2026-05-01 休 劳动节";
        Page asked = leader.post("/desk/workdays/paste" + unit, "text", holiday);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text()).contains(matter.number(), "2026-05-01 → 2026-05-04", "已告知来访人", "有 1 个未办结事项的期限");
        assertThat(asked.html()).contains(holiday);
        assertThat(calendar.own(town.centre.id())).isEmpty();
        assertThat(leader.in(Locale.ENGLISH)
                        .post("/desk/workdays/paste" + unit, "text", holiday)
                        .text())
                .contains("the deadlines of 1 open matters move")
                .doesNotContain("??");

        leader.post("/desk/workdays/paste" + unit, "text", holiday, "confirmed", "true");
        assertThat(calendar.own(town.centre.id())).hasSize(1);
        DeskBrowser responsible = town.as(matter.responsible());
        String page = responsible.get("/desk/matters/" + matter.id()).text();
        assertThat(page).contains("2026-05-04", "日历有变，期限改变", "2026-05-01 → 2026-05-04");
        assertThat(responsible.get("/desk/matters/" + matter.id() + "/notice").text())
                .contains("2026年5月4日");

        Page removing = leader.post("/desk/workdays/remove" + unit, "day", "2026-05-01");
        assertThat(removing.text()).contains("2026-05-04 → 2026-05-01");
        leader.post("/desk/workdays/remove" + unit, "day", "2026-05-01", "confirmed", "true");
        assertThat(calendar.own(town.centre.id())).isEmpty();
    }

    @Test
    void aMattersPageShowsDayByDayHowItsDeadlineIsCounted() {
        leader.post("/desk/workdays/published" + unit + "&year=2026");
        clock.set(Instant.parse("2026-03-06T01:00:00Z"));
        Matter matter = planned(LocalDate.of(2026, 5, 6));
        DeskBrowser responsible = town.as(matter.responsible());
        assertThat(responsible.get("/desk/matters/" + matter.id()).html())
                .contains("/desk/matters/" + matter.id() + "/deadline");
        String page =
                responsible.get("/desk/matters/" + matter.id() + "/deadline").text();
        assertThat(page)
                .contains(
                        "现在的期限：2026-05-06，就是规定的最后一天。",
                        "自 2026-03-06 受理之日起，60 天，",
                        "最后一天逢休息日或节假日，顺延到下一个工作日",
                        "2026-05-05",
                        "劳动节",
                        "期满逢休息，顺延")
                .doesNotContain("还没有录入");
        assertThat(responsible
                        .in(Locale.ENGLISH)
                        .get("/desk/matters/" + matter.id() + "/deadline")
                        .text())
                .contains("from the acceptance on 2026-03-06, 60 days,")
                .doesNotContain("??");
        assertThat(town.as(town.otherOffice.leader())
                        .get("/desk/matters/" + matter.id() + "/deadline")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aDateIsTriedOut() {
        leader.post("/desk/workdays/published" + unit + "&year=2026");
        String tried = leader.get("/desk/workdays" + unit + "&tryFrom=2026-09-30&tryLimit=ORDINARY.OBJECT")
                .text();
        assertThat(tried).contains("自 2026-09-30 收到之日起，5 个工作日，", "到 2026-10-13", "2026-10-10 周六 3 调休上班，算 国庆节");
        assertThat(leader.get("/desk/workdays" + unit + "&tryFrom=2026-12-20&tryLimit=ORDINARY.ACCEPT")
                        .text())
                .contains("2027 年的放假安排还没有录入");
        assertThat(leader.get("/desk/workdays" + unit + "&tryFrom=&tryLimit=x").status())
                .isEqualTo(200);
    }

    @Test
    void fromOctoberOnThoseWhoKeepTheCalendarAreToldThatNextYearIsMissing() {
        leader.post("/desk/workdays/published" + unit + "&year=2026");
        clock.set(Instant.parse("2026-09-30T01:00:00Z"));
        watch.look();
        assertThat(missing(town.centre.leader())).isEmpty();
        assertThat(leader.get("/desk/workdays" + unit).text()).doesNotContain("还没有录入");

        clock.set(Instant.parse("2026-10-01T01:00:00Z"));
        watch.look();
        watch.look();
        assertThat(missing(town.centre.leader())).containsExactly(List.of("2027"));
        assertThat(missing(town.centre.deputy())).hasSize(1);
        assertThat(missing(town.office.leader()))
                .as("has the centre's calendar")
                .isEmpty();
        assertThat(leader.get("/desk/workdays" + unit).text()).contains("2027 年的放假安排还没有录入");

        leader.post("/desk/workdays/paste" + unit, "text", "2027-02-05~2027-02-11 休 春节");
        assertThat(missing(town.centre.leader())).isEmpty();
    }

    @Test
    @Tag("P3")
    void nobodyIsOnDutyOnAHolidayUnlessTheUnitSaysSo() {
        LocalDate thursday = LocalDate.of(2026, 3, 5);
        assertThat(duty.on(town.office.id(), thursday).closed()).isFalse();
        duty.open(town.otherOffice.id(), thursday, "照常");
        leader.post("/desk/workdays/paste" + unit, "text", "2026-03-05 休");
        assertThat(duty.on(town.office.id(), thursday).closed()).isTrue();
        assertThat(duty.on(town.otherOffice.id(), thursday).closed()).isFalse();
        leader.post("/desk/workdays/remove" + unit, "day", "2026-03-05");
        assertThat(duty.on(town.office.id(), thursday).closed()).isFalse();
    }

    private List<List<String>> missing(String login) {
        return notices.unread(login).stream()
                .filter(notice -> notice.kind() == NoticeKind.CALENDAR_MISSING)
                .map(notice -> notice.words())
                .toList();
    }

    private Matter planned(LocalDate day) {
        String by = town.office.staff().get(0);
        Matter matter = matters.begin(new NewMatter(
                town.office.id(),
                new TicketId(UUID.randomUUID().toString()),
                by,
                "周某",
                "13800000150",
                false,
                1,
                "道路",
                null,
                "town"));
        receptions.record(
                matter.id(),
                new ReceptionRecord(
                        "周某",
                        "13800000150",
                        false,
                        1,
                        "路坏了",
                        List.of(),
                        "road",
                        "修路",
                        null,
                        false,
                        "town",
                        "ordinary"));
        receptions.received(matter.id(), by, false);
        plans.set(matter.id(), "派人查看", day, "inPerson", clock.instant(), by);
        return matters.get(matter.id());
    }
}
