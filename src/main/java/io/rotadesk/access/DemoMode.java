package io.rotadesk.access;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.util.StringUtils;

/**
 * The default of {@code rotadesk.demo}: on when the application keeps a database of its own ({@code
 * spring.datasource.url} is empty), off otherwise. It is evaluated when needed, since other code may still set the URL.
 */
class DemoMode implements EnvironmentPostProcessor {

    private static final String PROPERTY = "rotadesk.demo";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new PropertySource<>("rotadesk-demo-default", PROPERTY) {
            @Override
            public Object getProperty(String name) {
                return PROPERTY.equals(name)
                        ? !StringUtils.hasText(environment.getProperty("spring.datasource.url"))
                        : null;
            }
        });
    }
}
