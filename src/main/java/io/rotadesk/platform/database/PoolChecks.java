package io.rotadesk.platform.database;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The pool trusts a connection that was in use a moment ago without looking at it: half a second by default, in which the
 * engine's search for jobs always falls. A frozen database would then hold every first request.
 */
class PoolChecks implements EnvironmentPostProcessor {

    private static final String PROPERTY = "com.zaxxer.hikari.aliveBypassWindowMs";
    private static final String A_MOMENT = "100";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (System.getProperty(PROPERTY) == null) {
            System.setProperty(PROPERTY, A_MOMENT);
        }
    }
}
