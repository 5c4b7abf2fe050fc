package io.rotadesk.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Desk phones as phone systems name them. */
class ExtensionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8001",
                " 8001 ",
                "SIP/8001-00001225",
                "PJSIP/8001-000000a1",
                "PJSIP/8001/sip:8001@10.0.0.5:5060",
                "IAX2/8001-12",
                "Local/8001@from-queue-00;1",
                "Local/8001@from-internal-00000012;2",
                "Agent/8001",
                "user/8001",
                "sofia/internal/8001@10.0.0.1:5060",
                "8001@10.0.0.5",
                "sip:8001@pbx:5060;transport=tcp",
                "<sip:8001@pbx>;tag=1",
                "\"赵敏\" <8001>",
                "8001-0000a1",
                "分机8001",
                "ext. 8001",
                "８００１",
            })
    void areTheirExtension(String sent) {
        assertThat(Extensions.plain(sent)).isEqualTo("8001");
    }

    @Test
    void nothingIsAbsent() {
        assertThat(Extensions.plain(null)).isNull();
        assertThat(Extensions.plain("")).isNull();
        assertThat(Extensions.plain(" \t")).isNull();
    }

    @Test
    void aCodeOfStarsIsAnExtension() {
        assertThat(Extensions.plain("*80#")).isEqualTo("*80#");
    }
}
