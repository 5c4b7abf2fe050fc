package io.rotadesk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each part of the benchmark goes through, in a size that measures nothing. */
class BenchmarkInShortTest {

    /** The jar is not there before the tests have passed. */
    private static final String ONLY_WITH_A_JAR = "start.";

    /** Not every machine has a browser. */
    private static final String ONLY_WITH_A_BROWSER = "ring.";

    /** Nor has every machine Kamailio and sipp. */
    private static final String ONLY_WITH_SIP = "sip.";

    /** The short run compares with other numbers of clients. */
    private static final String FOR_SOME_CLIENTS = ".ratio.";

    @TempDir
    Path folder;

    @Test
    void eachPartGoesThroughAndMeasuresWhatTheTargetsAskFor() throws Exception {
        Report report = new Benchmark(BenchSettings.inShort(folder)).run();

        List<String> expected = new ArrayList<>(Target.ALL.stream()
                .map(Target::key)
                .filter(key -> !key.startsWith(ONLY_WITH_A_JAR)
                        && !key.startsWith(ONLY_WITH_A_BROWSER)
                        && !key.startsWith(ONLY_WITH_SIP)
                        && !key.contains(FOR_SOME_CLIENTS))
                .toList());
        List.of("calls", "visits", "matters").forEach(key -> {
            expected.add(key + ".ratio.1");
            expected.add(key + ".ratio.2");
        });
        assertThat(report.results().keySet()).containsAll(expected);
        assertThat(Files.readString(folder.resolve("benchmark.md"))).contains("### Targets");
        assertThat(folder.resolve("benchmark.json")).isNotEmptyFile();
    }
}
