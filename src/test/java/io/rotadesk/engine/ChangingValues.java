package io.rotadesk.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values that a test changes while a form shows them, and some that cannot be had. */
@ModelBean("changing")
public class ChangingValues {

    static final Map<String, String> VALUES = new ConcurrentHashMap<>();

    /** What the listener read when the form was sent. */
    static final Map<String, String> SEEN = new ConcurrentHashMap<>();

    private final JdbcClient db;

    ChangingValues(JdbcClient db) {
        this.db = db;
    }

    public String of(String name) {
        return VALUES.get(name);
    }

    public SpinJsonNode options(String name) {
        return Spin.JSON("[{\"label\":\"x\",\"value\":\"%s\"}]".formatted(VALUES.get(name)));
    }

    /** Fails in the database, which then refuses every other statement of the transaction. */
    public String failing(String name) {
        return VALUES.containsKey("fail")
                ? db.sql("select nothing from nowhere").query(String.class).single()
                : VALUES.get(name);
    }

    public Shown view(String name) {
        return new Shown(new Part(VALUES.get(name)), () -> failing("line"), () -> options("option"));
    }

    /** A view with a part that can fail, and one that other views have too. */
    @FormView.Entries("remarks")
    record Shown(Part part, Supplier<String> line, Supplier<SpinJsonNode> options) implements FormView {}

    record Part(String name) implements FormView {}

    @Configuration(proxyBeanMethods = false)
    static class Listeners {

        @Bean
        @ModelBean("rememberSeen")
        TaskListener rememberSeen() {
            return task -> {
                for (String field : new String[] {"name", "remarks"}) {
                    SEEN.put(field, String.valueOf(task.getVariable(field)));
                }
            };
        }
    }
}
