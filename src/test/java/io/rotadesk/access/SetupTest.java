package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.transaction.annotation.Transactional;

/** The application is prepared before anybody logs in. */
@ExtendWith(OutputCaptureExtension.class)
class SetupTest extends AccessTest {

    @Autowired
    org.springframework.jdbc.core.simple.JdbcClient jdbc;

    @Autowired
    AccessSetup setup;

    @Autowired
    AuthorizationService authorizations;

    @Autowired
    FilterService filters;

    @Autowired
    EngineUsers users;

    @Autowired
    RoleGrants grants;

    @Test
    void secondStartChangesNothing() {
        long before = authorizations.createAuthorizationQuery().count();
        List<String> filtersBefore = filters.createFilterQuery().list().stream()
                .map(Filter::getId)
                .sorted()
                .toList();
        setup.afterSingletonsInstantiated();
        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(filters.createFilterQuery().list().stream()
                        .map(Filter::getId)
                        .sorted()
                        .toList())
                .isEqualTo(filtersBefore);
    }

    @Test
    void agentFindsTheirListsAndManagersFindMore() {
        String unit = unique("unit");
        assertThat(filterNames(person(unit, Role.AGENT))).containsExactly("我的任务", "本组待领取");
        assertThat(filterNames(person(unit, Role.MANAGER))).containsExactly("我的任务", "本组待领取", "经理事项", "全部任务");
        assertThat(filterNames(person(unit, Role.DEPUTY))).contains("经理事项");
        assertThat(filterNames(person(unit, Role.PROCESS_OWNER))).doesNotContain("全部任务");
    }

    @Test
    void listsRefreshByThemselvesAndPutTheMostUrgentFirst() {
        Filter mine = filters.createFilterQuery().filterName("我的任务").singleResult();
        assertThat(mine.getProperties())
                .containsEntry("refresh", true)
                .containsEntry("nameZh", "我的任务")
                .containsEntry("nameEn", "My tasks");
        String unit = unique("unit");
        String agent = person(unit, Role.AGENT);
        var later = taskFor(unit, agent);
        var urgent = taskFor(unit, agent);
        tasks.setPriority(urgent.getId(), 90);
        String list =
                get(agent, "/engine-rest/filter/" + mine.getId() + "/list").getBody();
        assertThat(list).contains(later.getId());
        assertThat(list.indexOf(urgent.getId())).isBetween(0, list.indexOf(later.getId()));
    }

    @Test
    @Transactional
    void englishInstallationCallsTheSameListsByEnglishNames() {
        List<String> before = filters.createFilterQuery().list().stream()
                .map(Filter::getId)
                .sorted()
                .toList();
        var english = new AccessSettings(false, "en", null, Duration.ofDays(7));
        new TasklistFilters(filters, tasks, grants, english).apply();
        assertThat(filters.createFilterQuery().list().stream()
                        .map(Filter::getId)
                        .sorted()
                        .toList())
                .isEqualTo(before);
        assertThat(filters.createFilterQuery().list().stream()
                        .map(Filter::getName)
                        .toList())
                .contains("My tasks", "My team's, unclaimed", "For the manager", "All tasks")
                .doesNotContain("我的任务");
    }

    @Test
    @Transactional
    void firstAdministratorHasThePasswordFromTheEnvironment() {
        nobodyIsAdministrator();
        first("chef", "aus-der-umgebung").ensure();
        assertThat(users.passwordMatches("chef", "aus-der-umgebung")).isTrue();
        assertThat(accounts.find("chef"))
                .hasValueSatisfying(
                        user -> assertThat(user.is(Role.ADMINISTRATOR)).isTrue());
    }

    @Test
    @Transactional
    void firstAdministratorsPasswordIsElseMadeUpAndShownOnce(CapturedOutput output) {
        nobodyIsAdministrator();
        first("chef", null).ensure();
        String shown = output.getOut().replaceAll("(?s).*login chef, password (\\S+).*", "$1");
        assertThat(shown).hasSize(20);
        assertThat(users.passwordMatches("chef", shown)).isTrue();
        assertThat(users.passwordMatches("chef", "demo")).isFalse();
        int length = output.getOut().length();
        first("chef", null).ensure();
        assertThat(output.getOut().substring(length)).doesNotContain("password");
    }

    @Test
    @Transactional
    void weakPasswordFromTheEnvironmentStopsTheStart() {
        nobodyIsAdministrator();
        assertThatThrownBy(() -> first("chef", "demo").ensure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ROTADESK_ADMIN_PASSWORD");
    }

    private FirstAdministrator first(String login, String password) {
        var settings =
                new AccessSettings(false, "zh", new AccessSettings.FirstAdmin(login, password), Duration.ofDays(7));
        return new FirstAdministrator(users, accounts, settings);
    }

    private void nobodyIsAdministrator() {
        // Bypasses the engine, which would refuse to delete the last one.
        jdbc.sql("delete from act_id_membership where group_id_ = ?")
                .param(Role.ADMINISTRATOR.group())
                .update();
    }

    private List<String> filterNames(String login) {
        String body = get(login, "/engine-rest/filter").getBody();
        return java.util.regex.Pattern.compile("\"name\":\"([^\"]+)\"")
                .matcher(body)
                .results()
                .map(found -> found.group(1))
                .filter(List.of("我的任务", "本组待领取", "经理事项", "全部任务")::contains)
                .sorted(java.util.Comparator.comparing(List.of("我的任务", "本组待领取", "经理事项", "全部任务")::indexOf))
                .toList();
    }
}
