package io.rotadesk.staff.rota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.staff.rota.Contact.Kind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ContactTest {

    /** Rows are there, and pages are bookmarked, from when a ticket was still called a matter. */
    @Test
    void aTicketIsStoredUnderTheCodeThatItAlwaysHad() {
        assertThat(Arrays.stream(Kind.values()).map(Kind::code)).containsExactly("CALL", "VISIT", "MATTER");
        assertThat(Kind.of("MATTER")).isEqualTo(Kind.TICKET);
        assertThat(Kind.of("TICKET")).isEqualTo(Kind.TICKET);
        assertThat(Kind.of("VISIT")).isEqualTo(Kind.VISIT);
    }

    @Test
    void anotherWordIsNoKind() {
        assertThatThrownBy(() -> Kind.of("call"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("call");
    }
}
