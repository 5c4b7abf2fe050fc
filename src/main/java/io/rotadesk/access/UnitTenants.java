package io.rotadesk.access;

import java.util.List;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.stereotype.Component;

/**
 * Puts each process instance into its unit, the engine's tenant, so that other units do not see it. The models belong to
 * no unit. Our own code names the unit in variable {@value #UNIT}; a person who starts a process from Tasklist need
 * not, but cannot name a unit that is not theirs.
 */
@Component
class UnitTenants implements TenantIdProvider {

    static final String UNIT = "unitId";

    private final StartRules rules;

    UnitTenants(StartRules rules) {
        this.rules = rules;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext start) {
        if (start.getSuperExecution() != null) {
            return start.getSuperExecution().getTenantId();
        }
        Object named = start.getVariables().get(UNIT);
        String unit = named == null ? null : named.toString();
        CommandContext command = Context.getCommandContext();
        Authentication person = command.getAuthentication();
        // A model's beans start processes in the application's name.
        if (person == null || person.getUserId() == null || !command.isAuthorizationCheckEnabled()) {
            return unit;
        }
        ProcessDefinition process = start.getProcessDefinition();
        rules.requireStartable(process);
        List<String> own = person.getTenantIds() == null ? List.of() : person.getTenantIds();
        if (unit == null && own.isEmpty()) {
            throw rules.refused("access.start.noUnit", person.getUserId(), StartRules.nameOf(process));
        }
        if (unit == null) {
            unit = own.size() == 1 ? own.get(0) : rules.chosen(process, person.getUserId(), own);
        }
        if (!own.contains(unit) && !LedUnits.isAdministrator(person)) {
            throw new AuthorizationException(person.getUserId() + " does not belong to unit " + unit);
        }
        rules.requireFit(process, unit, own.contains(unit));
        return unit;
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext start) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext decision) {
        return decision.getExecution() == null ? null : decision.getExecution().getTenantId();
    }
}
