package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RotaDeskTest
class EngineIndexesTest {

    private static final Pattern CREATE =
            Pattern.compile("^create index (\\w+) on [^;]+", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    @Autowired
    ProcessEngine engine;

    @Autowired
    EngineIndexes indexes;

    @Autowired
    JdbcClient database;

    @Test
    void aRowOfTheHistoryIsEnteredInTheIndexesThatSearchesNeed() {
        assertThat(indexesOf("act_hi_actinst"))
                .containsExactlyInAnyOrder(
                        "ACT_HI_ACTINST_PKEY",
                        "ACT_IDX_HI_ACT_INST_PROCINST",
                        "ACT_IDX_HI_AI_PDEFID_END_TIME",
                        "ACT_IDX_HI_ACT_INST_RM_TIME");
        assertThat(indexesOf("act_hi_taskinst"))
                .containsExactlyInAnyOrder(
                        "ACT_HI_TASKINST_PKEY", "ACT_IDX_HI_TASKINST_PROCINST", "ACT_IDX_HI_TASK_INST_RM_TIME");
        assertThat(indexesOf("act_%")).doesNotContainAnyElementsOf(EngineIndexes.UNUSED);
    }

    @Test
    void everyNameInTheListIsAnIndexOfTheEngine() throws IOException {
        assertThat(scripts().map(index -> index.group(1).toUpperCase(Locale.ROOT)))
                .containsAll(EngineIndexes.UNUSED);
    }

    /** As docs/operations.md says: a script that drops or creates one by its name finds it, and the next start drops it. */
    @Test
    void anUpgradeOfTheSchemaFindsTheIndexesThatItNames() throws IOException {
        List<MatchResult> all = scripts().toList();
        all.forEach(index -> database.sql(index.group().replaceFirst("(?i)create index", "create index if not exists"))
                .update());
        assertThat(indexesOf("act_%")).containsAll(EngineIndexes.UNUSED);

        for (String index : EngineIndexes.UNUSED) {
            database.sql("drop index " + index).update();
        }
        all.stream()
                .filter(index -> EngineIndexes.UNUSED.contains(index.group(1).toUpperCase(Locale.ROOT)))
                .forEach(index -> database.sql(index.group()).update());
        indexes.postProcessEngineBuild(engine);

        assertThat(indexesOf("act_%")).doesNotContainAnyElementsOf(EngineIndexes.UNUSED);
    }

    private List<String> indexesOf(String tables) {
        return database.sql("select upper(indexname) from pg_indexes where schemaname = 'public' and tablename like ?")
                .param(tables)
                .query(String.class)
                .list();
    }

    /** The statements with which the engine makes its indexes. */
    private static Stream<MatchResult> scripts() throws IOException {
        Stream<MatchResult> all = Stream.of();
        for (String part : List.of("engine", "history", "case.engine")) {
            String script = "/org/camunda/bpm/engine/db/create/activiti.postgres.create." + part + ".sql";
            try (var in = ProcessEngine.class.getResourceAsStream(script)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                all = Stream.concat(all, CREATE.matcher(text).results());
            }
        }
        return all;
    }
}
