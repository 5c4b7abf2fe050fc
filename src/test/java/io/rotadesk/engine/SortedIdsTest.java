package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RotaDeskTest
class SortedIdsTest {

    private static final int MANY = 20_000;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Test
    void theEngineMakesShortIdsThatSortByTime() {
        IdGenerator ids = engine.getIdGenerator();

        List<String> made = Stream.generate(ids::getNextId).limit(MANY).toList();

        assertThat(made).isSorted().doesNotHaveDuplicates().allMatch(id -> id.length() == 14);
        assertThat(database.sql("select id from unnest(?) id order by id")
                        .param(made.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .as("sorted by the database")
                .isEqualTo(made);
    }

    @Test
    void neitherThreadsNorNodesMakeTheSameId() {
        List<IdGenerator> nodes =
                List.of(new SortedIds(database, clock), new SortedIds(database, clock), engine.getIdGenerator());

        assertThat(IntStream.range(0, MANY)
                        .parallel()
                        .mapToObj(number -> nodes.get(number % nodes.size()).getNextId())
                        .toList())
                .doesNotHaveDuplicates();
    }
}
