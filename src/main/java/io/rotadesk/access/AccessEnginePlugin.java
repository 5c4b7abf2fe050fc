package io.rotadesk.access;

import static io.rotadesk.engine.EngineParts.with;

import io.rotadesk.engine.ModelKeys;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Adds our rules about people, units and expressions to the engine. */
@Component
class AccessEnginePlugin extends AbstractProcessEnginePlugin {

    /** The engine's own pattern does not allow the hyphen, which our groups and people's logins contain. */
    private static final String IDS = "[A-Za-z0-9][A-Za-z0-9._@-]*";

    private final UnitTenants tenants;
    private final TaskHolders holders;
    private final TaskUnits taskUnits;
    private final LedUnits leaders;
    private final ModelKeys keys;
    private final HiddenValues values;
    private final PasswordHash hash;
    // Beans that need the database come after the engine, which creates its tables.
    private final ObjectProvider<LastAdministrator> lastAdministrator;
    private final ObjectProvider<AccountStates> states;

    AccessEnginePlugin(
            UnitTenants tenants,
            TaskHolders holders,
            TaskUnits taskUnits,
            LedUnits leaders,
            ModelKeys keys,
            HiddenValues values,
            PasswordHash hash,
            ObjectProvider<LastAdministrator> lastAdministrator,
            ObjectProvider<AccountStates> states) {
        this.tenants = tenants;
        this.holders = holders;
        this.taskUnits = taskUnits;
        this.leaders = leaders;
        this.keys = keys;
        this.values = values;
        this.hash = hash;
        this.lastAdministrator = lastAdministrator;
        this.states = states;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setGeneralResourceWhitelistPattern(IDS);
        engine.setTenantIdProvider(tenants);
        engine.setCustomPostBPMNParseListeners(with(engine.getCustomPostBPMNParseListeners(), taskUnits));
        engine.setDelegateInterceptor(new ModelCode(keys));
        engine.setCommandCheckers(
                new ArrayList<>(List.of(new LedUnitsChecker(leaders), new AuthorizationCommandChecker())));
        engine.setResourceAuthorizationProvider(new OwnTasksOnly(holders));
        engine.setCustomSessionFactories(with(
                engine.getCustomSessionFactories(),
                LeanAuthorizations.factory(leaders, values, lastAdministrator::getObject)));
        engine.setPasswordEncryptor(hash);
        engine.setIdentityProviderSessionFactory(KeptIdentities.factory(
                () -> new KeptIdentities(lastAdministrator.getObject(), states.getObject(), hash)));
        // No client sends Java objects; JSON that names a class is not turned into one.
        engine.setDeserializationTypeValidationEnabled(true);
        engine.setCustomPostCommandInterceptorsTxRequired(guarded(engine.getCustomPostCommandInterceptorsTxRequired()));
        engine.setCustomPostCommandInterceptorsTxRequiresNew(
                guarded(engine.getCustomPostCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> guarded(List<CommandInterceptor> present) {
        return with(with(present, new QueryExpressionGuard()), new HiddenValuesGuard(values, leaders));
    }
}
