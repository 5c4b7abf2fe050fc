package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A refusal reads as it is meant to, with and without a gap in its text. */
class AccessWordingTest {

    private static AccessWording in(String language) {
        return new AccessWording(new AccessSettings(false, language, null, Duration.ofDays(7)));
    }

    @Test
    void anApostropheIsOneApostrophe() {
        assertThat(in("en").refused("access.task.nobody")).hasMessageContaining("on nobody's list");
        assertThat(in("en").refused("access.task.noSuchPerson", "li"))
                .hasMessageContaining("“li”")
                .hasMessageContaining("the task's unit");
    }

    @Test
    void theLanguageIsTheInstallations() {
        assertThat(in("zh").refused("access.lastAdministrator", "admin").getMessage())
                .contains("admin")
                .isNotEqualTo(
                        in("en").refused("access.lastAdministrator", "admin").getMessage());
    }
}
