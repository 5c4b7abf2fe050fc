package io.rotadesk.staff.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Times as the people of a unit read them. */
class UnitClockTest {

    private final UnitClock china = new UnitClock(ZoneId.of("Asia/Shanghai"));

    @Test
    @Tag("P4")
    void aDeadlineThatIsTheEndOfADayIsShownAsThatDay() {
        Instant end = Instant.parse("2026-04-10T15:59:59Z");
        assertThat(china.due(end)).isEqualTo("2026-04-10");
        assertThat(china.due(end.plusSeconds(1))).as("of an earlier version").isEqualTo("2026-04-10");
        assertThat(china.dueToday(end)).isEqualTo("2026-04-10");
        assertThat(china.due(end.minusSeconds(1))).isEqualTo("2026-04-10 23:59");
        assertThat(china.dueToday(end.plusSeconds(60))).isEqualTo("00:00");
    }

    @Test
    void theEndOfADayIsThatOfTheUnitsZone() {
        UnitClock cairo = new UnitClock(ZoneId.of("Africa/Cairo"));
        assertThat(cairo.due(Instant.parse("2026-04-23T21:59:59Z")))
                .as("the next day begins at one")
                .isEqualTo("2026-04-23");
    }
}
