package io.rotadesk.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.staff.duty.morning.DutyDayStarter;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;

/** A town without a leasing department, in a database of its own. */
@RotaDeskTest
@TestPropertySource(properties = "rotadesk.test.installation=petition-only")
class PetitionOnlyTest {

    private static final String[] LEASING = {"招商", "客户", "来电", "接电", "案名", "经理", "小组", "话机", "A 组", "B 组", "广安"};
    private static final String[] LEASING_ENGLISH = {
        "easing", "ustomer", "anager", "roject", "eam", "hone system", "Calls"
    };

    @Autowired
    WebApplicationContext application;

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    Units units;

    @Autowired
    Rota rota;

    @Autowired
    DutyDayStarter starter;

    @Autowired
    TestClock clock;

    @Autowired
    TestRestTemplate http;

    ReceptionPoint centre;
    ReceptionPoint village;
    TestPeople people;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = founder.found(null, 3);
        village = founder.found(centre.id(), 1);
        people = new TestPeople(accounts);
    }

    @Test
    @Tag("P1")
    void everyPageOfStaffAndLeadersWorksWithoutALeasingWord() {
        Contact matter = Contact.ticket("matter" + centre.id());
        rota.offer(centre.id(), Queue.PETITION, matter);
        List<String> staffPages = List.of(
                "/desk",
                "/desk/part",
                "/desk/duty",
                "/desk/duty/board",
                "/desk/duty/ledger",
                "/desk/hall",
                "/desk/hall/board",
                "/desk/matters",
                "/desk/papers",
                "/desk/papers/templates",
                "/desk/papers/templates/ANSWER",
                "/desk/why/" + matter.id() + "?kind=MATTER");
        List<String> leaderPages = List.of(
                "/desk",
                "/desk/home/part",
                "/desk/duty",
                "/desk/roster",
                "/desk/hall",
                "/desk/matters?state=OPEN",
                "/desk/workdays",
                "/desk/handover",
                "/desk/handover?leaver=" + centre.staff().get(0),
                "/desk/summaries",
                "/desk/duty/order?day=2026-03-02",
                "/desk/duty/ledger?replay&queue=PETITION&date=2026-03-02");
        DeskBrowser staff = browser(centre.staff().get(1));
        DeskBrowser leader = browser(centre.leader());
        staffPages.forEach(path -> speaksOfPetitionsOnly(staff, path));
        leaderPages.forEach(path -> speaksOfPetitionsOnly(leader, path));
        assertThat(staff.get("/desk").text()).contains("信访接待", "来访群众会按次序轮到您接待").doesNotContain("花名册");
        assertThat(leader.get("/desk/duty").text()).contains("接待员1", "花名册", "设为休息");
        assertThat(leader.get("/desk/duty/ledger").text()).contains("接待员1");
    }

    @Test
    void pagesOfALeasingDepartmentAreNotThere() {
        DeskBrowser leader = browser(centre.leader());
        for (String path : List.of(
                "/desk/calls",
                "/desk/visits",
                "/desk/reception",
                "/desk/disputes",
                "/desk/customers",
                "/desk/conduct",
                "/desk/handbook")) {
            assertThat(leader.get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    @Tag("P1")
    void administratorsSetItUpInWordsOfItsKind() {
        DeskBrowser admin = DeskBrowser.of(application, people.with(null, Role.ADMINISTRATOR));
        for (String path : List.of(
                "/desk/units/" + centre.id(),
                "/desk/units/" + centre.id() + "/roster",
                "/desk/units/" + centre.id() + "/accounts",
                "/desk/workdays?unit=" + centre.id(),
                "/desk/units")) {
            speaksOfPetitionsOnly(admin, path);
        }
        Page blank = admin.get("/desk/units?new");
        assertThat(blank.text()).contains("负责人", "群众来访接待单位").doesNotContain("案名", "副经理");
        String id = TestPeople.unique("office");
        Page made = admin.post(
                "/desk/units",
                "id",
                id,
                "kind",
                "PETITION",
                "name",
                "南河村群众工作办公室",
                "parentId",
                centre.id(),
                "managers",
                village.leader());
        assertThat(made.redirect()).isEqualTo("/desk/units/" + id + "/roster");
        Unit office = units.get(id);
        assertThat(office.projectName()).isNull();
        assertThat(units.above(id)).extracting(Unit::id).containsExactly(centre.id());
        assertThat(office.settings().get(CallSettings.class).rings()).isEqualTo(3);
        Page circle = admin.post(
                "/desk/units/" + centre.id(), "name", "镇中心", "parentId", village.id(), "managers", centre.leader());
        assertThat(circle.status()).isEqualTo(400);
        assertThat(circle.text()).contains("不能作“" + centre.id() + "”的上级");
        assertThat(admin.get("/desk/units/" + centre.id()).html()).doesNotContain("value=\"" + id + "\"");
    }

    @Test
    @Tag("P1")
    void restAcceptsTheKindAndNamesAnInvalidField() {
        String admin = people.with(null, Role.ADMINISTRATOR).login();
        String id = TestPeople.unique("bureau");
        ResponseEntity<JsonNode> made =
                put(admin, id, Map.of("name", "建设所", "kind", "PETITION", "parentId", centre.id()));
        assertThat(made.getStatusCode()).isEqualTo(HttpStatus.CREATED);
        assertThat(made.getBody().at("/kind").asText()).isEqualTo("PETITION");
        assertThat(made.getBody().has("projectName")).isFalse();
        assertThat(put(admin, id, Map.of("name", "建设管理所")).getStatusCode()).isEqualTo(HttpStatus.OK);
        assertThat(put(admin, id, Map.copyOf(Map.of("kind", "OTHER")))
                        .getBody()
                        .at("/fields/0/field")
                        .asText())
                .isEqualTo("kind");
        assertThat(put(admin, id, Map.of("kind", "LEASING", "projectName", "某城"))
                        .getBody()
                        .at("/fields/0/field")
                        .asText())
                .isEqualTo("kind");
        assertThat(put(admin, id, Map.of("parentId", id))
                        .getBody()
                        .at("/fields/0/field")
                        .asText())
                .isEqualTo("parentId");
        ResponseEntity<String> duty = http.withBasicAuth(admin, TestPeople.PASSWORD)
                .getForEntity("/api/units/" + centre.id() + "/duty", String.class);
        assertThat(duty.getBody())
                .contains("\"PETITION\"", centre.staff().get(0))
                .doesNotContain("callTeam", "CALL");
        ResponseEntity<String> csv = http.withBasicAuth(admin, TestPeople.PASSWORD)
                .getForEntity("/api/units/" + centre.id() + "/roster", String.class);
        assertThat(csv.getBody()).contains(centre.staff().get(0)).doesNotContain("小组", "team");
    }

    @Test
    void nobodyCallsAReceptionPoint() {
        String token = tokens.create(centre.id(), "话机").clear();
        HttpHeaders headers = new HttpHeaders();
        headers.setBearerAuth(token);
        var call = new HttpEntity<>(Map.of("callId", "1", "from", "13800000001"), headers);
        assertThat(http.exchange("/api/units/" + centre.id() + "/calls", HttpMethod.POST, call, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
        var visit = new HttpEntity<>(Map.of("visitId", "1"), headers);
        assertThat(http.exchange("/api/units/" + centre.id() + "/visits", HttpMethod.POST, visit, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void workForAllUnitsRunsWithoutALeasingDepartment() {
        starter.startMissing();
        assertThat(units.all()).noneMatch(unit -> unit.kind().hasTeams());
    }

    private void speaksOfPetitionsOnly(DeskBrowser browser, String path) {
        Page page = browser.get(path);
        assertThat(page.status()).as(path).isEqualTo(200);
        assertThat(page.html()).as(path).doesNotContain("??");
        assertThat(page.text()).as(path).doesNotContain(LEASING);
        assertThat(browser.in(Locale.ENGLISH).get(path).text()).as(path).doesNotContain(LEASING_ENGLISH);
    }

    private DeskBrowser browser(String login) {
        SignedInUser user = accounts.find(login).orElseThrow();
        return DeskBrowser.of(
                application,
                people.named(login, user.units().iterator().next(), user.roles().toArray(Role[]::new)));
    }

    private ResponseEntity<JsonNode> put(String admin, String unit, Map<String, Object> sent) {
        return http.withBasicAuth(admin, TestPeople.PASSWORD)
                .exchange("/api/units/" + unit, HttpMethod.PUT, new HttpEntity<>(sent), JsonNode.class);
    }
}
