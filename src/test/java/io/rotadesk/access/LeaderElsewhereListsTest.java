package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.TestClock;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/**
 * A person who leads a village and works at the centre has a leader's lists and rights in the village, and only their
 * own tasks at the centre.
 */
@Tag("P1")
class LeaderElsewhereListsTest extends AccessTest {

    private static final String TASKS = "/engine-rest/task";

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Units units;

    @Autowired
    FilterService filters;

    @Autowired
    TestClock clock;

    ReceptionPoint centre;
    ReceptionPoint village;
    String person;
    Task villages;
    Task colleagues;
    Task own;
    Task offered;

    @BeforeEach
    void aTown() {
        clock.set(TestClock.MONDAY_NINE);
        centre = founder.found(null, 2);
        village = founder.found(centre.id(), 1);
        person = centre.staff().get(0);
        accounts.createWithPassword(
                new Account(person, "测试" + person, Set.of(Role.PETITION_STAFF), centre.id()), PASSWORD);
        lead(village);
        villages = taskFor(village.id(), village.staff().get(0));
        String colleague = centre.staff().get(1);
        colleagues = taskFor(centre.id(), colleague);
        own = taskFor(centre.id(), person);
        offered = taskFor(centre.id(), colleague);
        tasks.addCandidateUser(offered.getId(), person);
        tasks.setAssignee(offered.getId(), null);
    }

    @Test
    void everyListAndEveryCountShowsTheVillageAndTheirOwn() {
        String all = filters.createTaskFilterQuery()
                .filterName("全部任务")
                .singleResult()
                .getId();
        for (String list : List.of(
                TASKS + "?maxResults=1000",
                TASKS + "?sortBy=created&sortOrder=desc&maxResults=1000",
                TASKS + "?tenantIdIn=" + centre.id() + "," + village.id(),
                "/engine-rest/filter/" + all + "/list?maxResults=1000")) {
            assertThat(get(person, list).getBody())
                    .as(list)
                    .contains(villages.getId(), own.getId(), offered.getId())
                    .doesNotContain(colleagues.getId());
        }
        for (Map<String, ?> query : List.<Map<String, ?>>of(
                Map.of(),
                Map.of("orQueries", List.of(Map.of("tenantIdIn", List.of(centre.id(), village.id())))),
                Map.of("tenantIdIn", List.of(centre.id(), village.id()), "sorting", List.of()))) {
            assertThat(post(person, TASKS, query).getBody())
                    .contains(villages.getId(), own.getId(), offered.getId())
                    .doesNotContain(colleagues.getId());
        }
        assertThat(get(person, TASKS + "/count").getBody()).isEqualTo("{\"count\":3}");
        assertThat(get(person, TASKS + "/count?tenantIdIn=" + centre.id()).getBody())
                .isEqualTo("{\"count\":2}");
        assertThat(get(person, "/engine-rest/filter/" + all + "/count").getBody())
                .isEqualTo("{\"count\":3}");
        String unclaimed = filters.createTaskFilterQuery()
                .filterName("本组待领取")
                .singleResult()
                .getId();
        assertThat(get(person, "/engine-rest/filter/" + unclaimed + "/list").getBody())
                .contains(offered.getId());
    }

    @Test
    void theCentresOtherTasksAreNeitherReadNorDoneNorGivenAway() {
        String path = TASKS + "/" + colleagues.getId();
        for (String part : List.of("", "/form", "/form-variables", "/deployed-form", "/identity-links", "/comment")) {
            assertThat(get(person, path + part).getStatusCode().is2xxSuccessful())
                    .as(part)
                    .isFalse();
        }
        assertThat(post(person, path + "/assignee", Map.of("userId", person)).getStatusCode())
                .isNotEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(person, path + "/identity-links", Map.of("userId", person, "type", "candidate"))
                        .getStatusCode())
                .isNotEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(person, path + "/unclaim", Map.of()).getStatusCode()).isNotEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(person, path + "/submit-form", noVariables())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        assertThat(post(person, path + "/complete", noVariables())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isFalse();
        assertThat(tasks.createTaskQuery()
                        .taskId(colleagues.getId())
                        .singleResult()
                        .getAssignee())
                .isEqualTo(centre.staff().get(1));
        assertThat(post(
                                person,
                                TASKS + "/" + own.getId() + "/assignee",
                                Map.of("userId", centre.staff().get(1)))
                        .getStatusCode())
                .as("at the centre they give nothing away, not their own either")
                .isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(post(person, TASKS + "/" + own.getId() + "/submit-form", noVariables())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
    }

    @Test
    void theVillagesTasksAreTheirsToGiveAndToDo() {
        String path = TASKS + "/" + villages.getId();
        assertThat(post(person, path + "/assignee", Map.of("userId", person)).getStatusCode())
                .isEqualTo(HttpStatus.NO_CONTENT);
        assertThat(post(person, path + "/submit-form", noVariables())
                        .getStatusCode()
                        .is2xxSuccessful())
                .isTrue();
    }

    private void lead(ReceptionPoint point) {
        Unit unit = units.get(point.id());
        units.save(new Unit(
                unit.id(),
                unit.kind(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                List.of(person),
                List.of(point.deputy()),
                unit.settings()));
    }
}
