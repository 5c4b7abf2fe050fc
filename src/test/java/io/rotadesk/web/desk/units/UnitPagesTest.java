package io.rotadesk.web.desk.units;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.access.AccountStatus;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.platform.input.SheetCell;
import io.rotadesk.staff.duty.DutySettings;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.SettingDefinition;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.api.setup.RosterSetup;
import io.rotadesk.web.api.setup.UnitSetup;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

@RotaDeskTest
class UnitPagesTest {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Units units;

    @Autowired
    Agents agents;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    UnitSetup setup;

    @Autowired
    RosterSetup rosters;

    @Autowired
    MessageSource messages;

    TestPeople people;
    DeskBrowser admin;
    String unit;
    String li;

    @BeforeEach
    void administrator() {
        people = new TestPeople(accounts);
        admin = DeskBrowser.of(application, people.with(null, Role.ADMINISTRATOR));
        unit = TestPeople.unique("unit");
        li = TestPeople.unique("li");
    }

    @Test
    void everySettingStandsOnThePageWithAnExplanationAndItsDefaultInBothLanguages() {
        assertThat(Stream.of(UnitKind.values())
                        .flatMap(kind -> SettingField.all(kind).stream())
                        .map(SettingField::key)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(UnitSettings.definitions().stream()
                        .map(SettingDefinition::key)
                        .toList());
        aUnit();
        for (Locale language : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            String page = admin.in(language).get("/desk/units/" + unit).text();
            for (SettingField field : SettingField.all(UnitKind.LEASING)) {
                assertThat(page)
                        .contains(messages.getMessage("desk.setting." + field.key(), null, language))
                        .contains(messages.getMessage("desk.setting." + field.key() + ".help", null, language));
            }
            assertThat(page).doesNotContain("??");
        }
        assertThat(admin.get("/desk/units/" + unit).text()).contains("默认：5 秒").contains("默认：价格、折扣、合同条款");
    }

    @Test
    void savingThePageAsItIsChangesNothing() {
        setup.save(
                unit,
                Map.of(
                        "name",
                        "招商部",
                        "managers",
                        List.of(li),
                        "settings",
                        Map.of(
                                "ringTime",
                                "90s",
                                "answerTime",
                                "PT1H30M",
                                "closedWeekdays",
                                List.of("SUNDAY"),
                                "madeUp",
                                List.of(),
                                "sensitiveTopics",
                                List.of("租金", "免租期"),
                                "zone",
                                "Asia/Urumqi")),
                Locale.ENGLISH);
        var before = units.get(unit);
        assertThat(new UnitForm(UnitForm.of(before).typed())
                        .sent(UnitKind.LEASING)
                        .get("settings"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("closedWeekdays", List.of("SUNDAY"));
        Page saved = admin.post("/desk/units/" + unit, fields(UnitForm.of(before)));
        assertThat(saved.redirect()).isEqualTo("/desk/units/" + unit);
        assertThat(units.get(unit)).isEqualTo(before);
    }

    @Test
    void aUnitIsMadeOnThePage() {
        assertThat(admin.get("/desk/units?new").text()).contains("新建单位");
        Page made = admin.post(
                "/desk/units",
                "id",
                unit,
                "name",
                "滨江招商部",
                "projectName",
                "",
                "managers",
                li + "、" + li + "b",
                "settings.rings",
                "5",
                "settings.ringTime",
                "6",
                "settings.ringTime.unit",
                "s");
        assertThat(made.redirect()).isEqualTo("/desk/units/" + unit + "/roster");
        assertThat(units.get(unit).projectName()).isEqualTo("广安世纪");
        assertThat(units.get(unit).managers()).containsExactly(li, li + "b");
        assertThat(units.get(unit).settings().get(CallSettings.class).ringTime())
                .isEqualTo(Duration.ofSeconds(6));
        // Nothing chosen in a list means none of it.
        assertThat(units.get(unit).settings().get(DutySettings.class).madeUp()).isEmpty();
        assertThat(admin.get("/desk/units").text()).contains("滨江招商部");

        assertThat(admin.post("/desk/units", "id", unit, "name", "另一个").text()).contains("已有编号为“" + unit + "”的单位");
        assertThat(units.get(unit).name()).isEqualTo("滨江招商部");
    }

    @Test
    void errorsStandAtTheirFieldsAndWhatWasTypedSurvives() {
        aUnit();
        Page refused = admin.post(
                "/desk/units/" + unit,
                "name",
                "改过的名字",
                "managers",
                "wang.li",
                "settings.rings",
                "很多",
                "settings.ringTime",
                "0",
                "settings.ringTime.unit",
                "m",
                "settings.zone",
                "Mars/Base");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.html()).contains("改过的名字", "value=\"很多\"", "Mars/Base", "wang.li");
        assertThat(refused.text()).contains("“很多”无效", "“0m”无效", "没有时区“Mars/Base”");
        assertThat(units.get(unit).name()).isEqualTo("招商部");
        assertThat(admin.post("/desk/units/" + unit, "name", "好", "managers", "wang.li")
                        .text())
                .contains("“wang.li”无效");
    }

    @Test
    void aRosterIsLookedAtBeforeItIsTaken() {
        aUnit();
        rosters.load(unit, "login,name,mobile\n" + li + ",李想,13800000001\n", Locale.ENGLISH);
        String csv = "登录名,姓名,手机\r\n" + li + ",李想,13900000009\r\n" + li + "b,王宁,\r\n";
        Page preview = upload(csv.getBytes(Charset.forName("GB18030")));
        assertThat(preview.text()).contains("新增").contains("更改").contains("13900000009");
        assertThat(preview.html()).contains("<del>13800000001</del>");
        assertThat(agents.find(li + "b")).isEmpty();
        assertThat(accounts.find(li + "b")).isEmpty();

        assertThat(admin.post("/desk/units/" + unit + "/roster", "load", "1", "text", csv)
                        .redirect())
                .isEqualTo("/desk/units/" + unit + "/roster");
        assertThat(agents.get(li).mobile()).isEqualTo("13900000009");
        assertThat(accounts.find(li + "b").orElseThrow().displayName()).isEqualTo("王宁");
    }

    @Test
    void errorsOfARosterAreNamedByLineAndTheTextSurvives() {
        aUnit();
        String csv = "login,name,team\n" + li + ",李想,A\nw.ang,王宁,Z\n";
        Page refused = admin.post("/desk/units/" + unit + "/roster", "preview", "1", "text", csv);
        assertThat(refused.text())
                .contains("没有导入任何一行：有 2 处需要更正")
                .contains("“w.ang”无效")
                .contains("w.ang,王宁,Z");
        assertThat(admin.post("/desk/units/" + unit + "/roster", "load", "1", "text", csv)
                        .status())
                .isEqualTo(400);
        assertThat(agents.inUnit(unit)).isEmpty();
    }

    @Test
    void theDownloadedRosterComesBackUnchanged() throws Exception {
        aUnit();
        rosters.load(unit, "login,name,mobile\n" + li + ",李想,13800000001\n", Locale.ENGLISH);
        byte[] file =
                admin.get("/desk/units/" + unit + "/roster?csv").response().getContentAsByteArray();
        assertThat(upload(file).text()).contains("未变").doesNotContain("新增");
    }

    @Test
    void nameLikeAFormulaIsNoneInTheDownloadedRosterAndComesBackUnchanged() throws Exception {
        aUnit();
        for (String name : List.of("=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "＝1", "＋张", "－张", "＠张", "'=1", "O'Neill")) {
            rosters.load(
                    unit,
                    "login,name,mobile\n" + li + ",\"" + SheetCell.written(name) + "\",+8613800000001\n",
                    Locale.ENGLISH);
            assertThat(agents.inUnit(unit)).extracting(Agent::name).containsExactly(name);
            byte[] file =
                    admin.get("/desk/units/" + unit + "/roster?csv").response().getContentAsByteArray();

            assertThat(new String(file, StandardCharsets.UTF_8))
                    .contains(",'+8613800000001")
                    .doesNotContainPattern("[,\n]\"?[\\s]*[=+\\-@＝＋－＠]");
            assertThat(upload(file).text()).contains("未变").doesNotContain("新增");
        }
    }

    /** A reception point has kiosks, and no telephones. */
    @Test
    @Tag("P3")
    void aReceptionPointConnectsAKiosk() {
        String point = receptions.found(null, 1).id();
        assertThat(admin.get("/desk/units/" + point).text()).contains("自助机接入").doesNotContain("话机接入");
        String made =
                admin.post("/desk/units/" + point + "/tokens", "name", "大厅自助机").text();
        assertThat(made)
                .contains("/api/units/" + point + "/petitioners", "{\"petitionerId\": \"kiosk-1\"")
                .doesNotContain("话机系统");
    }

    @Test
    void aTokenIsShownOnceAndCanBeRevoked() {
        aUnit();
        Page made = admin.post("/desk/units/" + unit + "/tokens", "name", "前台总机");
        var shown = Pattern.compile("id=\"token\">([^<]+)<").matcher(made.html());
        assertThat(shown.find()).isTrue();
        assertThat(admin.get("/desk/units/" + unit + "/tokens").html())
                .contains("前台总机")
                .doesNotContain(shown.group(1));
        long id = tokens.of(unit).get(0).id();
        admin.post("/desk/units/elsewhere/tokens/" + id + "/revoke");
        assertThat(tokens.of(unit).get(0).revoked()).isNull();
        admin.post("/desk/units/" + unit + "/tokens/" + id + "/revoke");
        assertThat(tokens.of(unit).get(0).revoked()).isNotNull();
        assertThat(admin.post("/desk/units/" + unit + "/tokens", "name", "").text())
                .contains("请填写名称");
        assertThat(tokens.of(unit)).hasSize(1);
    }

    @Test
    void peopleAreInvitedAndGivenPasswords() {
        setup.save(unit, Map.of("name", "招商部", "managers", List.of(li)), Locale.ENGLISH);
        String page = "/desk/units/" + unit + "/accounts";
        assertThat(admin.get(page).text()).contains("尚未设置密码");
        assertThat(admin.post(page + "/" + li + "/invitation").html()).contains("/account/invitation/");
        assertThat(admin.get(page).html()).contains("已邀请").doesNotContain("/account/invitation/");

        Page unfit = admin.post(page + "/" + li + "/password", "password", "kurz");
        assertThat(unfit.status()).isEqualTo(400);
        assertThat(unfit.text()).contains("10");
        assertThat(admin.post(page + "/" + li + "/password", "password", "erstes-passwort-1")
                        .redirect())
                .isEqualTo(page);
        assertThat(accounts.statuses(Set.of(li))).doesNotContainValue(AccountStatus.IN_USE);
    }

    @Test
    void nobodyBeyondTheUnitsPeopleIsInvitedFromItsPage() {
        aUnit();
        String stranger = people.with(null, Role.ADMINISTRATOR).login();
        assertThat(admin.post("/desk/units/" + unit + "/accounts/" + stranger + "/invitation")
                        .status())
                .isEqualTo(404);
        assertThat(admin.get("/desk/units/nowhere").status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsSeeThesePages() {
        aUnit();
        DeskBrowser manager = DeskBrowser.of(application, people.with(unit, Role.MANAGER, Role.PROCESS_OWNER));
        for (String path : List.of(
                "", "?new", "/" + unit, "/" + unit + "/roster", "/" + unit + "/tokens", "/" + unit + "/accounts")) {
            assertThat(manager.get("/desk/units" + path).status()).as(path).isEqualTo(403);
        }
        assertThat(manager.post("/desk/units/" + unit, "name", "我的").status()).isEqualTo(403);
        assertThat(manager.post("/desk/units/" + unit + "/tokens", "name", "x").status())
                .isEqualTo(403);
        assertThat(manager.post("/desk/units/" + unit + "/accounts/" + li + "/invitation")
                        .status())
                .isEqualTo(403);
        assertThat(units.get(unit).name()).isEqualTo("招商部");
    }

    private void aUnit() {
        setup.save(unit, Map.of("name", "招商部"), Locale.ENGLISH);
    }

    private Page upload(byte[] file) {
        return admin.send(MockMvcRequestBuilders.multipart("/desk/units/" + unit + "/roster")
                .file(new MockMultipartFile("file", "roster.csv", "text/csv", file))
                .param("preview", "1")
                .with(SecurityMockMvcRequestPostProcessors.csrf()));
    }

    /** All fields of the form, as a browser sends them. */
    private static String[] fields(UnitForm form) {
        return form.typed().entrySet().stream()
                .filter(field -> !field.getKey().equals("id"))
                .flatMap(field ->
                        field.getValue().stream().flatMap(value -> java.util.stream.Stream.of(field.getKey(), value)))
                .toArray(String[]::new);
    }
}
