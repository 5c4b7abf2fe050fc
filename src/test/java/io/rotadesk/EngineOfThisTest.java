package io.rotadesk;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/**
 * What tests of one context share is as new before each of them, whatever came before: it is Monday, nine in the morning, and
 * nobody is logged in. The engine's REST API and its web applications find the engine by its name, in one list for the whole
 * JVM: where tests have several application contexts, each test finds that of its own. Spring finds this by
 * {@code spring.factories}.
 */
public class EngineOfThisTest extends AbstractTestExecutionListener {

    @Override
    public void beforeTestMethod(TestContext test) {
        if (test.hasApplicationContext()) {
            var application = test.getApplicationContext();
            application.getBeanProvider(ProcessEngine.class).ifAvailable(engine -> {
                ProcessEngines.registerProcessEngine(engine);
                engine.getIdentityService().clearAuthentication();
            });
            application.getBeanProvider(TestClock.class).ifAvailable(clock -> clock.set(TestClock.MONDAY_NINE));
        }
    }
}
