package io.rotadesk.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;

/**
 * The default of {@code server.address} in demo mode, whose passwords everybody knows: this computer only. Setting the
 * address opens the application to others, with these passwords. It is evaluated when needed, as {@link DemoMode} is.
 */
class DemoAddress implements EnvironmentPostProcessor {

    static final String LOOPBACK = "127.0.0.1";
    private static final String PROPERTY = "server.address";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>("rotadesk-demo-address", PROPERTY) {
            @Override
            public Object getProperty(String name) {
                return PROPERTY.equals(name) && environment.getProperty("rotadesk.demo", Boolean.class, false)
                        ? LOOPBACK
                        : null;
            }
        });
    }
}
