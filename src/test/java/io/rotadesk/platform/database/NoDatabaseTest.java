package io.rotadesk.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/** The image has no PostgreSQL of its own, and somebody starts it without naming one. */
class NoDatabaseTest {

    @Test
    void theBuildSaysThatItHasNone() {
        var programs = new OwnPrograms((system, machine) -> {
            throw new IllegalStateException("Missing postgres binaries");
        });

        assertThatThrownBy(() -> programs.getPgBinary("Linux", "x86_64")).isInstanceOf(NoDatabaseException.class);
    }

    @Test
    void theStartEndsWithASentenceThatSaysWhatToSet() {
        var failure = new BeanCreationException("no data source", new NoDatabaseException(new IOException()));

        var analyses = SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((others, needsMore) -> {}))
                .stream()
                .filter(DatabaseFailures.class::isInstance)
                .map(analyzer -> analyzer.analyze(failure));

        assertThat(analyses)
                .singleElement()
                .satisfies(analysis -> assertThat(analysis.getAction()).contains("SPRING_DATASOURCE_URL"));
    }
}
