package io.rotadesk.engine;

import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The texts that the open tasks of units show, in every process. */
@Component
public class OpenTaskTexts {

    private final JdbcClient jdbc;
    private final RuntimeService runtime;

    OpenTaskTexts(JdbcClient jdbc, RuntimeService runtime) {
        this.jdbc = jdbc;
        this.runtime = runtime;
    }

    private record Text(String execution, String name, String value) {}

    /**
     * Replaces the matching parts in the values of running processes.
     *
     * @param pattern a pattern that Java and PostgreSQL read in the same way
     */
    public void replace(Collection<String> units, Pattern pattern, String replacement) {
        jdbc.sql("""
                        select execution_id_ as execution, name_ as name, text_ as value from act_ru_variable
                        where tenant_id_ = any (:units) and type_ = 'string' and text_ ~ :pattern""")
                .param("units", units.toArray(String[]::new))
                .param("pattern", pattern.pattern())
                .query(Text.class)
                .list()
                .forEach(text -> runtime.setVariableLocal(
                        text.execution(),
                        text.name(),
                        pattern.matcher(text.value()).replaceAll(replacement)));
    }
}
