package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.engine.RefusedException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** A process instance belongs to the right unit. */
class UnitTenantsTest extends AccessTest {

    @Autowired
    LeasingDepartment.Founder founder;

    private String process;

    @BeforeEach
    void process() {
        process = processWithOneTask("x");
    }

    @Test
    void ourOwnCodeNamesTheUnit() throws Exception {
        String unit = unique("unit");
        assertThat(start(process, unit).getTenantId()).isEqualTo(unit);
    }

    @Test
    void personsStartGoesToThePersonsUnit() throws Exception {
        String unit = unique("unit");
        assertThat(as(unit, Role.ADMINISTRATOR, Map.of()).getTenantId()).isEqualTo(unit);
    }

    @Test
    void personCannotPutAProcessIntoAnotherUnit() {
        String foreign = unique("unit");
        assertThatThrownBy(() -> as(unique("unit"), Role.AGENT, Map.of(UnitTenants.UNIT, foreign)))
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining(foreign);
    }

    @Test
    void personOfNoUnitMustNameOne() {
        assertThatThrownBy(() -> as(null, Role.AGENT, Map.of()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("不属于任何单位");
    }

    @Test
    void administratorOfNoUnitIsToldSoAndCanNameOne() {
        String admin = person(null, Role.ADMINISTRATOR);
        String start = "/engine-rest/process-definition/key/" + process + "/start";
        var refused = post(admin, start, Map.of());
        assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
        assertThat(refused.getBody()).contains("不属于任何单位").contains(process);
        String unit = founder.found().id();
        var named = post(admin, start, Map.of("variables", Map.of(UnitTenants.UNIT, Map.of("value", unit))));
        assertThat(named.getBody()).contains("\"tenantId\":\"" + unit + "\"");
    }

    /** Starting needs an authorization that agents do not have for the test's process; it is given to everybody here. */
    private ProcessInstance as(String unit, Role role, Map<String, Object> variables) throws Exception {
        return asPerson(person(unit, role), unit, role, () -> runtime.startProcessInstanceByKey(process, variables));
    }

    private <T> T asPerson(String login, String unit, Role role, Callable<T> action) throws Exception {
        var everybody = authorizations.createNewAuthorization(
                org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT);
        everybody.setUserId(login);
        everybody.setResource(org.camunda.bpm.engine.authorization.Resources.PROCESS_DEFINITION);
        everybody.setResourceId(process);
        everybody.addPermission(org.camunda.bpm.engine.authorization.Permissions.CREATE_INSTANCE);
        authorizations.saveAuthorization(everybody);
        identity.setAuthentication(login, List.of(role.group()), unit == null ? List.of() : List.of(unit));
        try {
            return action.call();
        } finally {
            identity.clearAuthentication();
        }
    }

    @org.springframework.beans.factory.annotation.Autowired
    org.camunda.bpm.engine.AuthorizationService authorizations;
}
