package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.staff.handover.Handovers;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody can leave the application without an administrator. */
class LastAdministratorTest extends AccessTest {

    private static final String GROUP = Role.ADMINISTRATOR.group();

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    Handovers handovers;

    @Autowired
    EngineUsers users;

    private List<String> others;
    private String admin;
    private String unit;

    @BeforeEach
    void oneAdministrator() {
        others = jdbc.sql("delete from act_id_membership where group_id_ = ? returning user_id_")
                .param(GROUP)
                .query(String.class)
                .list();
        admin = unique("root");
        accounts.createWithPassword(new Account(admin, "管理员", Set.of(Role.ADMINISTRATOR), Set.of()), PASSWORD);
        unit = unique("unit");
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(unique("chef")), List.of(), null));
    }

    @AfterEach
    void theOthersAgain() {
        others.forEach(login -> jdbc.sql("insert into act_id_membership values (?, ?) on conflict do nothing")
                .params(login, GROUP)
                .update());
    }

    @Test
    void lastOneIsNeitherClosedNorMadeSomethingElse() {
        assertThatThrownBy(() -> accounts.close(admin))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(admin);
        assertThatThrownBy(() -> accounts.save(new Account(admin, "管理员", Set.of(Role.AGENT), unit)))
                .isInstanceOf(RefusedException.class);
        assertStillThere();
    }

    @Test
    void anotherOneWhoCannotLogInDoesNotCount() {
        String waiting = unique("waiting");
        accounts.save(new Account(waiting, "新人", Set.of(Role.ADMINISTRATOR), Set.of()));
        String first = unique("first");
        accounts.save(new Account(first, "新人", Set.of(Role.ADMINISTRATOR), Set.of()));
        accounts.setPassword(first, PASSWORD);
        assertThatThrownBy(() -> accounts.close(admin)).isInstanceOf(RefusedException.class);
        accounts.close(waiting);
        accounts.acceptInvitation(accounts.invite(first).replaceAll(".*/", ""), PASSWORD + "-2");
        accounts.close(admin);
        assertThat(states.of(admin).closed()).isTrue();
        assertThatThrownBy(() -> accounts.close(first)).isInstanceOf(RefusedException.class);
    }

    @Test
    void enginesOwnDoorsKeepTheLastOneToo() {
        for (String api : List.of("/engine-rest", "/engine-rest/engine/default")) {
            refused(HttpMethod.DELETE, api + "/user/" + admin);
            refused(HttpMethod.DELETE, api + "/group/" + GROUP + "/members/" + admin);
            refused(HttpMethod.DELETE, api + "/group/" + GROUP);
        }
        assertStillThere();
    }

    @Test
    void rolesAndUnitsAreNotDeletedUnderTheirPeople() {
        String unit = unique("unit");
        String agent = person(unit, Role.AGENT);
        for (String api : List.of("/engine-rest", "/engine-rest/engine/default")) {
            stays(api + "/group/" + Role.MANAGER.group());
            stays(api + "/group/" + Role.PROCESS_OWNER.group());
            stays(api + "/tenant/" + unit);
        }
        assertThat(users.find(agent))
                .hasValueSatisfying(kept -> assertThat(kept.units()).containsExactly(unit));
    }

    @Test
    void adminApplicationKeepsTheLastOneToo() {
        Browser browser = browser();
        browser.login(admin, PASSWORD);
        browser.get("/camunda/app/admin/default/");
        String api = "/camunda/api/engine/engine/default";
        for (String path : List.of("/user/" + admin, "/group/" + GROUP + "/members/" + admin, "/group/" + GROUP)) {
            var answer = browser.camundaDelete(api + path);
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
        }
        assertStillThere();
    }

    @Test
    void administratorsKeepTheirRights() {
        String granted = jdbc.sql("select id_ from act_ru_authorization where group_id_ = ? and resource_type_ = 1")
                .param(GROUP)
                .query(String.class)
                .single();
        refused(HttpMethod.DELETE, "/engine-rest/authorization/" + granted);
        var lessened = Map.of("permissions", List.of("READ"), "groupId", GROUP, "resourceType", 1, "resourceId", "*");
        assertRefused(send(HttpMethod.PUT, admin, "/engine-rest/authorization/" + granted, lessened));
        var givenAway =
                Map.of("permissions", List.of("ALL"), "groupId", "agents", "resourceType", 1, "resourceId", "*");
        assertRefused(send(HttpMethod.PUT, admin, "/engine-rest/authorization/" + granted, givenAway));
        var revoked =
                Map.of("type", 2, "permissions", List.of("ALL"), "userId", admin, "resourceType", 1, "resourceId", "*");
        assertRefused(post(admin, "/engine-rest/authorization/create", revoked));
        var revokedForAll = Map.of(
                "type", 2, "permissions", List.of("ALL"), "groupId", GROUP, "resourceType", 1, "resourceId", "*");
        assertRefused(post(admin, "/engine-rest/authorization/create", revokedForAll));
        assertStillThere();
    }

    @Test
    void rosterOfAnyUnitRefusesALineThatNamesAnAdministratorOrOwnerOfNoUnit() {
        String owner = unique("owner");
        accounts.createWithPassword(
                new Account(owner, "流程负责人", Set.of(Role.PROCESS_OWNER), unique("elsewhere")), PASSWORD);
        for (String login : List.of(admin, owner)) {
            for (String left : List.of("是", "yes", "1", "否", "")) {
                var load = roster.load(
                        unit, "login,name,mobile,extension,team,place,left\n" + login + ",管理员,13900000021,,,," + left);
                assertThat(load.accepted()).as(login + left).isFalse();
                assertThat(load.errors()).singleElement().satisfies(error -> {
                    assertThat(error.line()).isEqualTo(2);
                    assertThat(error.column()).isEqualTo("login");
                    assertThat(error.reason()).contains(login);
                });
            }
        }
        ResponseEntity<String> answer = putRoster(admin + ",管理员,13900000021,,,,是");
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains(admin);
        assertStillThere();
        assertThat(get(owner, "/engine-rest/process-definition").getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void administratorOnTheRosterWhoLeavesLosesWhatTheRosterGaveAndNoMore() {
        String second = unique("zwei");
        accounts.createWithPassword(
                new Account(second, "乙", Set.of(Role.ADMINISTRATOR, Role.PROCESS_OWNER), unit), PASSWORD);
        for (String login : List.of(admin, second)) {
            accounts.save(
                    new Account(login, "管理员", accounts.find(login).orElseThrow().roles(), unit));
        }
        load(admin, "no");
        assertThat(accounts.find(admin).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.AGENT);
        load(admin, "yes");
        assertThat(accounts.find(admin).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertStillThere();
        load(second, "no");
        roster.left(second);
        assertThat(accounts.find(second).orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.ADMINISTRATOR, Role.PROCESS_OWNER);
    }

    @Test
    void handOverOfAnAdministratorsWorkLeavesTheAdministrator() {
        String colleague = unique("kollege");
        accounts.save(new Account(admin, "管理员", Set.of(Role.ADMINISTRATOR), unit));
        load(admin, "no");
        load(colleague, "no");
        assertThat(handovers.handOver(unit, admin, List.of(colleague), colleague))
                .isEqualTo(Handovers.Result.DONE);
        assertStillThere();
    }

    @Test
    void leadingAUnitNoMoreTakesNothingElse() {
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(admin), List.of(), null));
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(), List.of(admin), null));
        units.save(new Unit(unit, "招商部", "广安世纪", null, List.of(), List.of(), null));
        assertThat(accounts.find(admin).orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertStillThere();
    }

    @Test
    void twoWhoCloseEachOtherAtOnceAreNotBothClosed() throws Exception {
        for (int round = 0; round < 5; round++) {
            String second = unique("zwei");
            accounts.createWithPassword(new Account(second, "乙", Set.of(Role.ADMINISTRATOR), Set.of()), PASSWORD);
            String first = admin;
            CyclicBarrier start = new CyclicBarrier(2);
            List<CompletableFuture<Boolean>> both = Stream.of(first, second)
                    .map(login -> CompletableFuture.supplyAsync(() -> closes(login, start)))
                    .toList();
            assertThat(both.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(true, false);
            admin = states.of(first).closed() ? second : first;
            assertStillThere();
        }
    }

    @Test
    void twoWhoDeleteEachOtherOverRestAtOnceAreNotBothGone() {
        String second = unique("zwei");
        accounts.createWithPassword(new Account(second, "乙", Set.of(Role.ADMINISTRATOR), Set.of()), PASSWORD);
        String first = admin;
        List<CompletableFuture<ResponseEntity<String>>> both = List.of(
                CompletableFuture.supplyAsync(
                        () -> send(HttpMethod.DELETE, first, "/engine-rest/user/" + second, null)),
                CompletableFuture.supplyAsync(() ->
                        send(HttpMethod.DELETE, second, "/engine-rest/group/" + GROUP + "/members/" + first, null)));
        both.forEach(CompletableFuture::join);
        assertThat(Stream.of(first, second)
                        .filter(login -> accounts.find(login)
                                .filter(user -> user.is(Role.ADMINISTRATOR))
                                .isPresent()))
                .isNotEmpty();
    }

    @Test
    void aUserDeletedOrDemotedInTheEngineIsOutAtOnce() {
        String second = unique("zwei");
        accounts.createWithPassword(new Account(second, "乙", Set.of(Role.ADMINISTRATOR), Set.of()), PASSWORD);
        Browser browser = browser();
        browser.login(second, PASSWORD);
        assertThat(browser.get("/desk/units").statusCode()).isEqualTo(200);
        send(HttpMethod.DELETE, admin, "/engine-rest/group/" + GROUP + "/members/" + second, null);
        assertThat(browser.get("/desk/units").statusCode()).isEqualTo(302);
        Browser again = browser();
        again.login(second, PASSWORD);
        assertThat(again.get("/account/password").statusCode()).isEqualTo(200);
        send(HttpMethod.DELETE, admin, "/engine-rest/user/" + second, null);
        assertThat(again.get("/account/password").statusCode()).isEqualTo(302);
    }

    private boolean closes(String login, CyclicBarrier start) {
        try {
            start.await();
            accounts.close(login);
            return true;
        } catch (RefusedException e) {
            return false;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void load(String login, String left) {
        var load = roster.load(unit, "login,name,mobile,extension,team,place,left\n" + login + ",某人,,,-,," + left);
        assertThat(load.errors()).isEmpty();
    }

    private ResponseEntity<String> putRoster(String row) {
        var headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv"));
        return http.withBasicAuth(admin, PASSWORD)
                .exchange(
                        "/api/units/" + unit + "/roster",
                        HttpMethod.PUT,
                        new HttpEntity<>("login,name,mobile,extension,team,place,left\n" + row, headers),
                        String.class);
    }

    private void stays(String path) {
        var answer = send(HttpMethod.DELETE, admin, path, null);
        assertThat(answer.getStatusCode()).as(path).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("不能在这里删除");
    }

    private void refused(HttpMethod method, String path) {
        assertRefused(send(method, admin, path, null));
    }

    private static void assertRefused(ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode()).as(answer.getBody()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(answer.getBody()).contains("管理员");
    }

    private void assertStillThere() {
        assertThat(accounts.find(admin).orElseThrow().is(Role.ADMINISTRATOR)).isTrue();
        assertThat(get(admin, "/api/units").getStatusCode()).isNotEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(get(admin, "/actuator/metrics").getStatusCode()).isEqualTo(HttpStatus.OK);
    }
}
