package io.rotadesk.staff.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @CsvSource({
        "22:00, 08:00, 2026-03-02T21:59, 2026-03-02T21:59",
        "22:00, 08:00, 2026-03-02T22:00, 2026-03-03T08:00",
        "22:00, 08:00, 2026-03-02T07:59, 2026-03-02T08:00",
        "22:00, 08:00, 2026-03-02T08:00, 2026-03-02T08:00",
        "12:00, 14:00, 2026-03-02T13:00, 2026-03-02T14:00",
        "12:00, 14:00, 2026-03-02T14:00, 2026-03-02T14:00",
        "12:00, 14:00, 2026-03-02T23:00, 2026-03-02T23:00",
        "09:00, 09:00, 2026-03-02T09:00, 2026-03-02T09:00",
        "     ,      , 2026-03-02T03:00, 2026-03-02T03:00"
    })
    void aMessageInQuietHoursComesAtTheirEnd(LocalTime from, LocalTime to, LocalDateTime time, LocalDateTime goes) {
        assertThat(new QuietHours(from, to).notBefore(time.atZone(ZONE).toInstant(), ZONE))
                .isEqualTo(goes.atZone(ZONE).toInstant());
    }
}
