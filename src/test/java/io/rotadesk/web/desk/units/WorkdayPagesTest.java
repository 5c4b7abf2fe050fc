package io.rotadesk.web.desk.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.petition.workday.PetitionSettings;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.petition.workday.Profile;
import io.rotadesk.petition.workday.WorkdayCalendar;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.web.context.WebApplicationContext;

/** A petition unit's leader sets its deadlines and its calendar. */
@RotaDeskTest
@Tag("P4")
class WorkdayPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    LeasingDepartment.Founder departments;

    @Autowired
    PetitionSettingsStore settings;

    @Autowired
    WorkdayCalendar calendar;

    @Autowired
    MessageSource messages;

    @Autowired
    TestClock clock;

    ReceptionPoint centre;
    ReceptionPoint village;
    DeskBrowser leader;
    String page;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = receptions.found(null, 1);
        village = receptions.found(centre.id(), 1);
        leader = browser(centre.leader());
        page = "/desk/workdays?unit=" + centre.id();
    }

    @Test
    void everySettingStandsOnThePageInBothLanguages() {
        assertThat(WorkdayFields.ALL.stream().map(SettingField::key))
                .containsExactlyInAnyOrderElementsOf(
                        PetitionSettings.defaults().asMap().keySet());
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            String text = leader.in(language).get(page).text();
            WorkdayFields.OTHERS.forEach(field -> assertThat(text)
                    .contains(messages.getMessage(
                            "desk.setting." + field.key() + ".PETITION",
                            null,
                            messages.getMessage("desk.setting." + field.key(), null, language),
                            language)));
            assertThat(text).doesNotContain("??").doesNotContain("招商").doesNotContain("客户");
        }
        assertThat(leader.get(page).text())
                .contains("默认：60 天")
                .contains("默认：5 个工作日")
                .contains("2026 年日历")
                .contains("22 个工作日");
    }

    @Test
    void theLeaderGivesTheUnitDeadlinesOfItsOwnAndTheVillageHasThem() {
        assertThat(browser(village.leader()).get("/desk/workdays").text()).contains("目前都是默认值");
        Page saved = leader.post(
                "/desk/workdays/settings?unit=" + centre.id(),
                fields(Map.of(
                        "settings.simpleAcceptDays",
                        "2",
                        "settings.ordinaryHandleKind",
                        "WORKING",
                        "settings.alertTime",
                        "3")));
        assertThat(saved.redirect()).startsWith("/desk/workdays?unit=" + centre.id());
        assertThat(settings.of(village.id()).profile(Profile.SIMPLE).accept().days())
                .isEqualTo(2);
        assertThat(settings.of(village.id()).alertTime()).hasMinutes(3);
        assertThat(settings.own(centre.id()).orElseThrow().overrides())
                .containsOnlyKeys("simpleAcceptDays", "ordinaryHandleKind", "alertTime");
        assertThat(browser(village.leader()).get("/desk/workdays").text()).contains("目前沿用“接访点" + centre.id() + "”的设置");

        leader.post("/desk/workdays/inherit?unit=" + centre.id());
        assertThat(settings.own(centre.id())).isEmpty();
    }

    @Test
    void anInvalidValueIsReportedBesideItsFieldAndNothingTypedIsLost() {
        Page refused = leader.in(Locale.ENGLISH)
                .post(
                        "/desk/workdays/settings?unit=" + centre.id(),
                        fields(Map.of("settings.ordinaryHandleDays", "many", "settings.recalls", "7")));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("'many' is not possible: give a whole number from 1 to 1000");
        assertThat(refused.html()).contains("value=\"many\"").contains("value=\"7\"");
        assertThat(settings.own(centre.id())).isEmpty();
        Page noWeek = leader.post("/desk/workdays/settings?unit=" + centre.id(), "settings.ordinaryHandleDays", "61");
        assertThat(noWeek.status()).isEqualTo(400);
        assertThat(noWeek.text()).contains("请至少选一项");
    }

    @Test
    void aHolidayIsAddedAndRemovedByHand() {
        Page added = leader.post(
                "/desk/workdays/days?unit=" + centre.id(),
                "date",
                "2027-02-06",
                "until",
                "2027-02-08",
                "kind",
                "休",
                "name",
                "春节");
        assertThat(added.redirect()).contains("year=2027").endsWith("#calendar");
        assertThat(calendar.isWorking(village.id(), LocalDate.of(2027, 2, 8))).isFalse();
        Page shown = leader.get(page + "&year=2027");
        assertThat(shown.html()).contains("day holiday");
        assertThat(shown.text()).contains("2027-02-07 放假 春节");
        assertThat(browser(village.leader()).get("/desk/workdays?year=2027").text())
                .contains("由接访点" + centre.id() + "填写");

        leader.post("/desk/workdays/remove?unit=" + centre.id(), "day", "2027-02-08");
        assertThat(calendar.isWorking(village.id(), LocalDate.of(2027, 2, 8))).isTrue();

        Page wrong = leader.post(
                "/desk/workdays/days?unit=" + centre.id(), "date", "", "until", "", "kind", "班", "name", "补班");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.html()).contains("value=\"补班\"");
        assertThat(wrong.text()).contains("日期 · “");
    }

    @Test
    void aYearsHolidaysArePastedAllOrNone() {
        String text = "2026-10-01~2026-10-07 休 国庆节\n2026-10-10 班";
        Page refused = leader.post("/desk/workdays/paste?unit=" + centre.id(), "text", text + "\n2026-10-40 休");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text())
                .contains("第 3 行 · 日期")
                .contains("“2026-10-40”不是日期")
                .contains("国庆节 2026-10-10 班");
        assertThat(calendar.own(centre.id())).isEmpty();
        assertThat(leader.post("/desk/workdays/paste?unit=" + centre.id(), "text", " ")
                        .text())
                .contains("没有内容可以添加");

        leader.post("/desk/workdays/paste?unit=" + centre.id(), "text", text);
        assertThat(calendar.own(centre.id())).hasSize(8);
        assertThat(leader.get(page).html()).contains("day makeup");
    }

    @Test
    void onlyTheUnitsLeadersAndAdministratorsMay() {
        String other = "/desk/workdays?unit=" + village.id();
        assertThat(leader.get(other).status()).isEqualTo(403);
        assertThat(leader.post("/desk/workdays/settings?unit=" + village.id(), fields(Map.of()))
                        .status())
                .isEqualTo(403);
        DeskBrowser staff = browser(centre.staff().get(0));
        assertThat(staff.get(page).status()).isEqualTo(403);
        assertThat(staff.post("/desk/workdays/remove?unit=" + centre.id(), "day", "2026-10-01")
                        .status())
                .isEqualTo(403);
        assertThat(staff.post("/desk/workdays/inherit?unit=" + centre.id()).status())
                .isEqualTo(403);
        assertThat(staff.get("/desk/duty").text()).doesNotContain("时限与日历");
        assertThat(leader.get("/desk/duty").text()).contains("时限与日历");

        DeskBrowser admin = DeskBrowser.of(application, new TestPeople(accounts).with(null, Role.ADMINISTRATOR));
        assertThat(admin.get(page).text()).contains("花名册").contains("时限与日历");
        assertThat(admin.get("/desk/workdays?unit=" + departments.found().id()).status())
                .isEqualTo(404);
    }

    private DeskBrowser browser(String login) {
        SignedInUser user = accounts.find(login).orElseThrow();
        return DeskBrowser.of(
                application,
                new TestPeople(accounts)
                        .named(
                                login,
                                user.units().iterator().next(),
                                user.roles().toArray(Role[]::new)));
    }

    /** The page's fields as they are at first, with some changed; a list's values under its name, one after another. */
    private static String[] fields(Map<String, String> changed) {
        var typed = UnitForm.settings(PetitionSettings.defaults().asMap(), WorkdayFields.ALL);
        changed.forEach((name, value) -> typed.put(name, List.of(value)));
        return typed.entrySet().stream()
                .flatMap(field -> field.getValue().stream().flatMap(value -> List.of(field.getKey(), value).stream()))
                .toArray(String[]::new);
    }
}
