package io.rotadesk.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.FormMarkdown;
import org.junit.jupiter.api.Test;

class ClickToCallTest {

    private static final ClickToCall ON = new ClickToCall(true);
    private static final ClickToCall OFF = new ClickToCall(false);

    @Test
    void aNumberIsDialledAndATextIsNot() {
        assertThat(ON.address("+8613800000001")).contains("tel:+8613800000001");
        assertThat(ON.address("匿名")).isEmpty();
        assertThat(ON.address(null)).isEmpty();
        assertThat(FormMarkdown.phone("+8613800000001", ON).markdown())
                .isEqualTo("[138 0000 0001](tel:+8613800000001)");
    }

    @Test
    void switchedOffNumbersAreOnlyShown() {
        assertThat(OFF.address("+8613800000001")).isEmpty();
        assertThat(FormMarkdown.phone("+8613800000001", OFF).markdown()).isEqualTo("138 0000 0001");
    }
}
