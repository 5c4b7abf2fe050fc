package io.rotadesk.access;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Puts our rules about people, units and expressions into the engine. */
@Component
class AccessEnginePlugin extends AbstractProcessEnginePlugin {

    /** The engine's own pattern knows no hyphen, which our groups and people's logins have. */
    private static final String IDS = "[A-Za-z0-9][A-Za-z0-9._@-]*";

    private final UnitTenants tenants;

    AccessEnginePlugin(UnitTenants tenants) {
        this.tenants = tenants;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setTenantIdProvider(tenants);
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), new TaskUnits()));
        engine.setDelegateInterceptor(new ModelCode());
        engine.setResourceAuthorizationProvider(new OwnTasksOnly());
        engine.setCustomSessionFactories(with(engine.getCustomSessionFactories(), LeanAuthorizations.factory()));
        // Nobody sends Java objects; a JSON that names a class is not made into one.
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setCustomPostCommandInterceptorsTxRequired(
                with(engine.getCustomPostCommandInterceptorsTxRequired(), new QueryExpressionGuard()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                with(engine.getCustomPostCommandInterceptorsTxRequiresNew(), new QueryExpressionGuard()));
    }

    private static <T> List<T> with(List<T> present, T added) {
        List<T> all = present == null ? new ArrayList<>() : new ArrayList<>(present);
        all.add(added);
        return all;
    }
}
