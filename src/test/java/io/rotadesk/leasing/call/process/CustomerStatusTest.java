package io.rotadesk.leasing.call.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The decision about a customer's status alone, on the DMN engine, with seven days after a call and fifteen after a
 * visit.
 */
@Tag("L2.2f")
@Tag("L3.2e")
class CustomerStatusTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @Test
    void nobodyWithAnEarlierAgentIsNew() throws IOException {
        assertThat(status(null, null, null, null)).isEqualTo("NEW");
    }

    @Test
    void aContactThatFoundedNoClaimLeavesTheCustomerNew() throws IOException {
        assertThat(status(null, null, "call", 1L)).isEqualTo("NEW");
    }

    @Test
    void theAgentWhomTheCustomerNamesCountsWhateverTheDays() throws IOException {
        assertThat(status("zhangwei", "said", null, null)).isEqualTo("ACTIVE");
        assertThat(status("zhangwei", "said", "call", 200L)).isEqualTo("ACTIVE");
    }

    @ParameterizedTest(name = "{0} {1} days ago: {2}")
    @CsvSource({
        "call, 0, ACTIVE",
        "call, 7, ACTIVE",
        "call, 8, LAPSED",
        "visit, 0, ACTIVE",
        "visit, 15, ACTIVE",
        "visit, 16, LAPSED"
    })
    void theLastDayOfTheValidityStillCounts(String kind, long days, String status) throws IOException {
        assertThat(status("zhangwei", "phone", kind, days)).isEqualTo(status);
    }

    @Test
    void anEarlierAgentWithoutADatedContactHasLapsed() throws IOException {
        assertThat(status("zhangwei", "phone", null, null)).isEqualTo("LAPSED");
        assertThat(status("zhangwei", "phone", "call", null)).isEqualTo("LAPSED");
    }

    @Test
    void theValidityIsTheUnitsSetting() throws IOException {
        assertThat(status("zhangwei", "phone", "call", 20L, 30L, 15L)).isEqualTo("ACTIVE");
        assertThat(status("zhangwei", "phone", "visit", 20L, 30L, 15L)).isEqualTo("LAPSED");
    }

    private String status(String owner, String knownBy, String kind, Long days) throws IOException {
        return status(owner, knownBy, kind, days, 7L, 15L);
    }

    private String status(String owner, String knownBy, String kind, Long days, long callDays, long visitDays)
            throws IOException {
        Map<String, Object> variables = new HashMap<>();
        variables.put("owner", owner);
        variables.put("ownerKnownBy", knownBy);
        variables.put("lastContactKind", kind);
        variables.put("daysSinceContact", days);
        variables.put("callValidityDays", callDays);
        variables.put("visitValidityDays", visitDays);
        try (InputStream model = Files.newInputStream(Path.of("processes", "customer-status.dmn"))) {
            return engine.evaluateDecisionTable(Decisions.CUSTOMER_STATUS, model, variables)
                    .getSingleResult()
                    .getSingleEntry();
        }
    }
}
