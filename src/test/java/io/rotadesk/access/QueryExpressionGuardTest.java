package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** CVE-2026-109432: nobody can make the engine evaluate an expression of their own. */
class QueryExpressionGuardTest extends AccessTest {

    private static final String INTRUSION = "${''.getClass().forName('java.lang.Runtime').getRuntime().exec('id')}";

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    private String agent;
    private String administrator;

    @BeforeEach
    void people() {
        agent = person(unique("unit"), Role.AGENT);
        administrator = person(null, Role.ADMINISTRATOR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assigneeExpression",
                "candidateUserExpression",
                "ownerExpression",
                "dueBeforeExpression",
                "followUpAfterExpression",
                "createdAfterExpression",
                "processInstanceBusinessKeyExpression",
            })
    void expressionInAnOrQueryIsRefused(String field) {
        for (String person : List.of(agent, administrator)) {
            for (String path : List.of("/engine-rest/task", "/engine-rest/task/count")) {
                var answer = post(person, path, orQuery(field, INTRUSION));
                assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
                assertThat(answer.getBody()).contains("is refused");
            }
        }
    }

    @Test
    void beanOfTheApplicationIsNotReachedThroughAQuery() {
        assertThat(post(agent, "/engine-rest/task", orQuery("assigneeExpression", "${accounts.all().size()}"))
                        .getBody())
                .contains("is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${currentUser().getClass()}",
                "${currentUser()}${accounts.all()}",
                "${now().getTime()}",
                "${dateTime().getClass().forName('java.lang.Runtime')}",
                "${dateTime().plusDays(accounts.all().size())}",
                "#{currentUserGroups().stream()}",
                "currentUser()",
                "${ currentUser() } or",
                "",
            })
    void textThatOnlyLooksLikeAnAllowedExpressionIsRefused(String expression) {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(expression)
                        .endOr()
                        .list())
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("is refused");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${now()}",
                "${dateTime().plusDays(2).withTimeAtStartOfDay()}",
                "${ dateTime().minusWeeks(1).toDate() }",
            })
    void expressionsThatTaskFiltersNeedAreAllowed(String expression) {
        assertThat(tasks.createTaskQuery()
                        .or()
                        .dueBeforeExpression(expression)
                        .taskAssignee("nobody")
                        .endOr()
                        .list())
                .isNotNull();
    }

    @Test
    void savedFilterMayNotHoldAnExpression() {
        for (Map<String, Object> query : List.of(
                orQuery("assigneeExpression", INTRUSION), Map.<String, Object>of("assigneeExpression", INTRUSION))) {
            var answer = post(
                    administrator,
                    "/engine-rest/filter/create",
                    Map.of("resourceType", "Task", "name", unique("filter"), "query", query));
            assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
            assertThat(answer.getBody()).contains("is refused");
        }
        assertThat(post(
                                agent,
                                "/engine-rest/filter/create",
                                Map.of("resourceType", "Task", "name", "f", "query", Map.of()))
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void filterIsNotChangedIntoOneThatHoldsAnExpression() {
        String id = harmlessFilter();
        var answer = send(
                HttpMethod.PUT,
                administrator,
                "/engine-rest/filter/" + id,
                Map.of("name", "f", "query", orQuery("assigneeExpression", INTRUSION), "properties", Map.of()));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void queryThatExtendsAFilterMayNotHoldAnExpression() {
        String mine =
                filters.createFilterQuery().filterName("我的任务").singleResult().getId();
        for (String what : List.of("list", "count", "singleResult")) {
            for (Map<String, Object> extending : List.of(
                    orQuery("assigneeExpression", INTRUSION),
                    Map.<String, Object>of("assigneeExpression", INTRUSION))) {
                var answer = post(agent, "/engine-rest/filter/" + mine + "/" + what, extending);
                assertThat(answer.getStatusCode()).as(what).isEqualTo(HttpStatus.BAD_REQUEST);
            }
        }
        assertThat(post(agent, "/engine-rest/filter/" + mine + "/list", Map.of())
                        .getStatusCode())
                .isEqualTo(HttpStatus.OK);
    }

    @Test
    void filterThatWasSavedBeforeTheGuardStoodHereDoesNotRun() {
        String id = harmlessFilter();
        jdbc.sql("update act_ru_filter set query_ = :query where id_ = :id")
                .param(
                        "query",
                        "{\"orQueries\":[{\"assigneeExpression\":\"" + INTRUSION.replace("\"", "\\\"") + "\"}]}")
                .param("id", id)
                .update();
        assertThat(get(administrator, "/engine-rest/filter/" + id + "/list").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(get(administrator, "/engine-rest/filter/" + id + "/count").getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
        filters.deleteFilter(id);
    }

    private String harmlessFilter() {
        Filter filter = filters.newTaskFilter(unique("filter")).setQuery(tasks.createTaskQuery());
        return filters.saveFilter(filter).getId();
    }
}
