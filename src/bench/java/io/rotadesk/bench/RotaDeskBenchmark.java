package io.rotadesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code mvn -Pbench verify}: measures, prints tables, writes them to {@code target/bench}. */
@Tag("bench")
class RotaDeskBenchmark {

    @Test
    void measure() throws Exception {
        BenchSettings settings = BenchSettings.fromSystem();
        Report report = new Benchmark(settings).run();
        if (settings.strict()) {
            assertThat(Target.missed(report)).as("missed targets").isEmpty();
        }
    }
}
