package io.rotadesk;

import io.rotadesk.platform.database.DatabaseClock;
import java.time.Clock;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Rota Desk: decides who answers the next call and who receives the next visitor, and guides them through it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class RotaDeskApplication {

    public static void main(String[] args) {
        // Otherwise the machine's language decides: in Turkish the engine does not find its own tables, because of the
        // i
        // without a dot.
        Locale.setDefault(Locale.ROOT);
        SpringApplication.run(RotaDeskApplication.class, args);
    }

    /** The only source of the time in the application, so that a test can set it; as fine as a database keeps a time. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return new DatabaseClock();
    }
}
