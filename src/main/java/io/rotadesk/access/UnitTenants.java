package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Puts each process instance into its unit, the engine's tenant, so that other units do not see it. The models belong to
 * no unit. Our own code names the unit in variable {@value #UNIT}; a person who starts a process from Tasklist need
 * not, but cannot name a unit that is not theirs.
 */
@Component
class UnitTenants implements TenantIdProvider {

    static final String UNIT = "unitId";

    private final MessageSource messages;
    private final Locale locale;

    UnitTenants(MessageSource messages, AccessSettings settings) {
        this.messages = messages;
        this.locale = Locale.forLanguageTag(settings.locale());
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
        // What a model's own beans start, they start in the application's name.
        if (person == null || person.getUserId() == null || !command.isAuthorizationCheckEnabled()) {
            return unit;
        }
        List<String> own = person.getTenantIds() == null ? List.of() : person.getTenantIds();
        if (unit == null && own.size() == 1) {
            return own.get(0);
        }
        boolean administrator =
                person.getGroupIds() != null && person.getGroupIds().contains(Role.ADMINISTRATOR.group());
        if (unit == null) {
            String process = start.getProcessDefinition().getKey();
            throw new RefusedException(
                    own.isEmpty()
                            ? text("access.start.noUnit", person.getUserId(), process)
                            : text("access.start.severalUnits", String.join(", ", own), process, UNIT));
        }
        if (!own.contains(unit) && !administrator) {
            throw new AuthorizationException(person.getUserId() + " does not belong to unit " + unit);
        }
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

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
