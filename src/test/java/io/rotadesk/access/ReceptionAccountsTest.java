package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Accounts of a petition reception point follow its roster. */
class ReceptionAccountsTest extends AccessTest {

    @Autowired
    ReceptionPoint.Founder founder;

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    ReceptionPoint centre;
    ReceptionPoint village;

    @BeforeEach
    void aTown() {
        centre = founder.found(null, 2);
        village = founder.found(centre.id(), 1);
    }

    @AfterEach
    void nobody() {
        identity.clearAuthentication();
    }

    @Test
    @Tag("P1")
    void staffAndLeadersHaveTheirRolesInTheirOwnUnit() {
        is(centre.staff().get(0), centre.id(), Role.PETITION_STAFF);
        is(centre.leader(), centre.id(), Role.PETITION_LEADER);
        is(centre.deputy(), centre.id(), Role.PETITION_LEADER);
        is(village.leader(), village.id(), Role.PETITION_LEADER);
    }

    @Test
    @Tag("P1")
    void aNewLeaderTakesNoMoreTurnsAndTheOldOneDoesAgain() {
        String first = centre.staff().get(0);
        lead(List.of(first));
        is(first, centre.id(), Role.PETITION_LEADER);
        is(centre.leader(), centre.id(), Role.PETITION_STAFF);
        lead(List.of(centre.leader()));
        is(first, centre.id(), Role.PETITION_STAFF);
        is(centre.leader(), centre.id(), Role.PETITION_LEADER);
        roster.left(first);
        assertThat(states.of(first).closed()).isTrue();
    }

    @Test
    void theirListsInTasklistDoNotSpeakOfManagers() {
        assertThat(filtersOf(centre.leader())).contains("我的任务", "负责人事项", "全部任务").doesNotContain("经理事项");
        assertThat(filtersOf(centre.staff().get(0))).contains("我的任务").doesNotContain("经理事项", "负责人事项", "全部任务");
    }

    @Test
    void nobodyOfThemStartsWhatBelongsToALeasingDepartment() {
        for (String login : List.of(centre.leader(), centre.staff().get(0))) {
            as(login);
            assertThat(repository
                            .createProcessDefinitionQuery()
                            .processDefinitionKeyIn("call-handling", "visit-reception", "manager-escalation")
                            .startablePermissionCheck()
                            .list())
                    .isEmpty();
            assertThatThrownBy(() -> runtime.startProcessInstanceByKey("visit-reception", Map.<String, Object>of()))
                    .isInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    @Tag("P1")
    void everybodyThereRegistersPetitionersAndLeadersAskForSummariesToo() {
        assertThat(startedBy(centre.staff().get(0))).containsExactly("petition-reception");
        assertThat(startedBy(centre.leader())).containsExactlyInAnyOrder("petition-reception", "petition-summary");
        assertThat(startedBy(centre.deputy())).containsExactlyInAnyOrder("petition-reception", "petition-summary");
    }

    private List<String> startedBy(String login) {
        SignedInUser user = accounts.find(login).orElseThrow();
        return Stream.of("petition-reception", "petition-summary", "call-handling", "visit-reception")
                .filter(process -> authorizations.isUserAuthorized(
                                login,
                                user.groups(),
                                ProcessDefinitionPermissions.CREATE_INSTANCE,
                                Resources.PROCESS_DEFINITION,
                                process)
                        && authorizations.isUserAuthorized(
                                login, user.groups(), Permissions.CREATE, Resources.PROCESS_INSTANCE))
                .toList();
    }

    private void lead(List<String> leaders) {
        units.save(
                new Unit(centre.id(), UnitKind.PETITION, "接访点", null, null, leaders, List.of(centre.deputy()), null));
    }

    private void is(String login, String unit, Role role) {
        assertThat(accounts.find(login)).hasValueSatisfying(user -> {
            assertThat(user.roles()).containsExactly(role);
            assertThat(user.units()).containsExactly(unit);
        });
    }

    private void as(String login) {
        SignedInUser user = accounts.find(login).orElseThrow();
        identity.setAuthentication(login, user.groups(), List.copyOf(user.units()));
    }

    private List<String> filtersOf(String login) {
        as(login);
        return filters.createTaskFilterQuery().list().stream()
                .map(Filter::getName)
                .toList();
    }
}
