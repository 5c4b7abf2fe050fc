package io.rotadesk.call.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.call.CallKey;
import io.rotadesk.roster.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One action erases a customer everywhere. */
class ErasedCustomerTest extends CallScenario {

    private static final String NAME = "独孤无忌";
    private static final String NUMBER = "+8613987650123";
    private static final String SAID = "只告诉你们我要开一家古琴馆";

    @Autowired
    Presence presence;

    @Autowired
    JdbcClient db;

    @Test
    void nothingOfTheCustomerIsLeftInAnyTable() {
        registeredCaller();
        CallKey covered = coveredCaller();
        CallKey ringing = ringsFrom(NUMBER);
        assertThat(placesThatHold(NAME)).as("known before").isNotEmpty();
        assertThat(placesThatHold(SAID)).isNotEmpty();

        customers.erase(department.id(), customerId());

        assertThat(placesThatHold(NAME)).isEmpty();
        assertThat(placesThatHold(SAID)).isEmpty();
        assertThat(placesThatHold("13987650123")).isEmpty();
        assertThat(placesThatHold("139 8765 0123")).isEmpty();
        assertThat(taskAt(covered, "Task_CallBack")).as("the task stays").isNotNull();
        pickUp(ringing);
    }

    @Test
    void anotherUnitsCustomerIsNotErased() {
        registeredCaller();
        long id = customerId();
        assertThatThrownBy(() -> customers.erase(founder.found().id(), id)).isInstanceOf(NoSuchElementException.class);
        assertThat(customers.find(id)).isPresent();
        assertThat(placesThatHold(NAME)).isNotEmpty();
    }

    private long customerId() {
        return customers.byPhone(department.id(), NUMBER).get(0).id();
    }

    private void registeredCaller() {
        CallKey key = ringsFrom(NUMBER);
        pickUp(key);
        askAboutLeasing(key, "no", null);
        complete(
                taskAt(key, "Task_RegisterCall"),
                Map.of(
                        "customerName", NAME,
                        "customerPhone", NUMBER,
                        "remarks", SAID,
                        "questionForManager", NAME + "问:" + SAID,
                        "leftOwnDetails", true));
    }

    private CallKey coveredCaller() {
        presence.away(department.callTeam().get(0), "外出");
        CallKey key = ringsFrom(NUMBER);
        pickUp(key);
        askAboutLeasing(key, "yes", null);
        complete(taskAt(key, "Task_CoverCall"), Map.of("answer", SAID, "sensitive", "yes", "callBackNumber", NUMBER));
        return key;
    }

    /** Every table and column of both schemas whose text holds the words. */
    private List<String> placesThatHold(String words) {
        List<String> places = new ArrayList<>();
        db.sql("""
                        select table_schema || '.' || table_name as name, column_name as part, data_type as type
                        from information_schema.columns
                        where table_schema in ('public', 'rotadesk')
                          and data_type in ('text', 'character varying', 'jsonb', 'ARRAY', 'bytea')
                        """).query().listOfRows().forEach(column -> {
            String part = "\"" + column.get("part") + "\"";
            // Bytes are compared as bytes; anything else by its text.
            String bytes = "bytea".equals(column.get("type")) ? part : "convert_to(" + part + "::text, 'UTF8')";
            boolean found = db.sql("select exists (select from " + column.get("name")
                            + " where position(convert_to(:words, 'UTF8') in " + bytes + ") > 0)")
                    .param("words", words)
                    .query(Boolean.class)
                    .single();
            if (found) {
                places.add(column.get("name") + "." + column.get("part"));
            }
        });
        return places;
    }
}
