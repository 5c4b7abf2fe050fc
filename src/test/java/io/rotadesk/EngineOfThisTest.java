package io.rotadesk;

import org.camunda.bpm.admin.Admin;
import org.camunda.bpm.admin.impl.DefaultAdminRuntimeDelegate;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.camunda.bpm.tasklist.Tasklist;
import org.camunda.bpm.tasklist.impl.DefaultTasklistRuntimeDelegate;
import org.camunda.bpm.welcome.Welcome;
import org.camunda.bpm.welcome.impl.DefaultWelcomeRuntimeDelegate;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * Resets the state that tests of one context share before each test: it is Monday, nine in the morning, and nobody is
 * logged in. The engine's REST API and its web applications find the engine by its name, in one list for the whole JVM;
 * if there are several application contexts, each test finds the engine of its own. Closing a context also switches off
 * the web applications of all others. Spring finds this by {@code spring.factories}.
 */
public class EngineOfThisTest extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            var application = test.getApplicationContext();
            application.getBeanProvider(ProcessEngine.class).ifAvailable(engine -> {
                ProcessEngines.registerProcessEngine(engine);
                engine.getIdentityService().clearAuthentication();
                switchOnWebApplications();
            });
            application.getBeanProvider(TestClock.class).ifAvailable(clock -> clock.set(TestClock.MONDAY_NINE));
        }
    }

    private static void switchOnWebApplications() {
        if (Cockpit.getRuntimeDelegate() == null) {
            Cockpit.setCockpitRuntimeDelegate(new DefaultCockpitRuntimeDelegate());
        }
        if (Tasklist.getRuntimeDelegate() == null) {
            Tasklist.setTasklistRuntimeDelegate(new DefaultTasklistRuntimeDelegate());
        }
        if (Admin.getRuntimeDelegate() == null) {
            Admin.setAdminRuntimeDelegate(new DefaultAdminRuntimeDelegate());
        }
        if (Welcome.getRuntimeDelegate() == null) {
            Welcome.setRuntimeDelegate(new DefaultWelcomeRuntimeDelegate());
        }
    }
}
