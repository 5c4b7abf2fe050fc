package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as other systems write them. */
class AnyTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:00:00+08:00",
                "2026-03-02T09:00:00+0800",
                "2026-03-02T09:00:00+08",
                "2026-03-02 09:00:00 +08:00",
                "2026-03-02T09:00:00+08:00[Asia/Shanghai]",
                "2026-03-02T01:00:00Z",
                "2026-03-02T09:00:00",
                "2026-03-02T09:00",
                "2026-03-02 09:00:00",
                "2026-03-02 09:00:00.000",
                "2026-03-02 9:00",
                "2026-03-02 09:00:00 AM",
                "2026/03/02 09:00:00",
                "2026年3月2日 09:00:00",
                "20260302090000",
                "Mon, 2 Mar 2026 01:00:00 GMT",
                "1772413200",
                "1772413200000",
                "1772413200000000",
                "1772413200.0",
                " 2026-03-02T09:00:00\u0000 ",
            })
    void areTheSameTime(String sent) {
        assertThat(AnyTime.read(sent, SHANGHAI)).contains(NINE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "yesterday",
                "0",
                "-1",
                "1e300",
                "0000-00-00 00:00:00",
                "1970-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z",
                "+999999999-01-01T00:00:00Z",
                "+300000-01-01T00:00",
                "2026-13-01 00:00:00",
                "2026-03-02",
                "99999999999999999999",
            })
    void areNoTime(String sent) {
        assertThat(AnyTime.read(sent, SHANGHAI)).isEmpty();
    }

    @Test
    void nothingIsNoTime() {
        assertThat(AnyTime.read(null, SHANGHAI)).isEmpty();
    }

    @Property(tries = 300, seed = "20260302")
    void secondsAndMillisecondsAreToldApart(@ForAll @LongRange(min = 946_684_800, max = 4_102_444_799L) long second) {
        assertThat(AnyTime.read(String.valueOf(second), SHANGHAI)).contains(Instant.ofEpochSecond(second));
        assertThat(AnyTime.read(String.valueOf(second * 1_000), SHANGHAI)).contains(Instant.ofEpochSecond(second));
    }

    @Property(tries = 300, seed = "20260302")
    void anyTextIsReadWithoutAFailure(@ForAll String sent) {
        AnyTime.read(sent, SHANGHAI)
                .ifPresent(time -> assertThat(Times.isSensible(time)).isTrue());
    }
}
