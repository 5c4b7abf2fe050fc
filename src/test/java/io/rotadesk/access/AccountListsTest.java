package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** People only see the accounts of their own units, in every list. */
class AccountListsTest extends AccessTest {

    private String unit;
    private String colleague;
    private String stranger;
    private String strangersUnit;

    @BeforeEach
    void twoUnits() {
        unit = unique("unit");
        strangersUnit = unique("unit");
        colleague = person(unit, Role.AGENT);
        stranger = person(strangersUnit, Role.AGENT);
    }

    @Test
    void leadersListTheirOwnUnitsPeople() {
        for (Role role : Role.LEADERS) {
            String leader = person(unit, role);
            for (String list : List.of(
                    "/user?maxResults=5000",
                    "/user?memberOfTenant=" + strangersUnit,
                    "/user?memberOfGroup=agents&maxResults=5000",
                    "/user?id=" + stranger,
                    "/user?idIn=" + stranger + "," + colleague,
                    "/user?firstNameLike=%",
                    "/user?sortBy=userId&sortOrder=asc&maxResults=5000")) {
                for (String api : List.of("/engine-rest", "/engine-rest/engine/default")) {
                    assertThat(get(leader, api + list).getBody()).as(list).doesNotContain(stranger);
                }
            }
            assertThat(get(leader, "/engine-rest/user?maxResults=5000").getBody())
                    .contains(colleague, leader);
            assertThat(get(leader, "/engine-rest/user?idIn=" + stranger + "," + colleague)
                            .getBody())
                    .contains(colleague);
            assertThat(get(leader, "/engine-rest/user/count?memberOfTenant=" + strangersUnit)
                            .getBody())
                    .isEqualTo("{\"count\":0}");
            assertThat(get(leader, "/engine-rest/user/count").getBody())
                    .isEqualTo(
                            "{\"count\":" + (2 + Role.LEADERS.stream().toList().indexOf(role)) + "}");
            assertThat(get(leader, "/engine-rest/user/" + stranger + "/profile").getStatusCode())
                    .isEqualTo(get(leader, "/engine-rest/user/nobody-at-all/profile")
                            .getStatusCode());
            assertThat(get(leader, "/engine-rest/user/" + colleague + "/profile")
                            .getStatusCode())
                    .isEqualTo(HttpStatus.OK);
            assertThat(get(leader, "/engine-rest/identity/groups?userId=" + stranger)
                            .getBody())
                    .doesNotContain("\"id\":\"" + stranger);
            assertThat(get(leader, "/engine-rest/group?member=" + stranger).getBody())
                    .doesNotContain(stranger);
        }
    }

    @Test
    void tasklistGetsTheSameAnswer() {
        Browser browser = browser();
        browser.login(person(unit, Role.MANAGER), PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        String api = "/camunda/api/engine/engine/default/user";
        assertThat(browser.get(api + "?maxResults=5000").body())
                .contains(colleague)
                .doesNotContain(stranger);
        assertThat(browser.get(api + "?memberOfTenant=" + strangersUnit).body()).isEqualTo("[]");
    }

    @Test
    void aPersonWithTwoUnitsSeesBothAndProcessOwnersSeeNobody() {
        String both = unique("p");
        accounts.createWithPassword(
                new Account(both, "测试" + both, Set.of(Role.MANAGER), Set.of(unit, strangersUnit)), PASSWORD);
        assertThat(get(both, "/engine-rest/user?maxResults=5000").getBody()).contains(colleague, stranger);
        String owner = person(unit, Role.PROCESS_OWNER);
        assertThat(get(owner, "/engine-rest/user?maxResults=5000").getBody())
                .contains(owner)
                .doesNotContain(colleague, stranger);
        assertThat(get(owner, "/engine-rest/authorization?maxResults=5000").getBody())
                .doesNotContain(colleague, stranger);
        assertThat(get(owner, "/engine-rest/tenant?maxResults=5000").getBody()).doesNotContain(strangersUnit);
        // Other tests make more accounts than a list may have.
        assertThat(get(person(null, Role.ADMINISTRATOR), "/engine-rest/user?idIn=" + colleague + "," + stranger)
                        .getBody())
                .contains(colleague, stranger);
    }
}
