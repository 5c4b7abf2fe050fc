package io.rotadesk.staff.notice.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdedMomentsTest {

    @ParameterizedTest
    @CsvSource({
        "09:00:00,09:00:05",
        "09:30:00,09:30:05",
        "09:29:59.500,09:30:05",
        "09:00:04.999,09:00:05",
        "09:00:05,09:00:05",
        "09:15:00,09:15:00",
        "09:29:58.900,09:29:58.900"
    })
    void nothingIsSentAtFullAndHalfHours(String now, String allowed) {
        assertThat(CrowdedMoments.notIn(at(now), 15)).isEqualTo(at(allowed));
    }

    @Test
    void channelsDoNotAllBeginAtOnce() {
        assertThat(LongStream.range(0, 15).mapToObj(channel -> CrowdedMoments.notIn(at("09:00:00"), channel)))
                .doesNotHaveDuplicates()
                .allMatch(allowed -> allowed.isBefore(at("09:00:20")));
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + "Z");
    }
}
