package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.TemporalAccessor;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensible times, and texts that can be stored. */
class TimesTest {

    static Stream<TemporalAccessor> meant() {
        return Stream.of(
                LocalDate.of(2000, 1, 1),
                LocalDate.of(2100, 12, 31),
                LocalDateTime.of(2100, 12, 31, 23, 59, 59),
                OffsetDateTime.parse("2026-03-02T09:00:00+08:00"),
                Instant.parse("2000-01-01T00:00:00Z"),
                Instant.parse("2100-12-31T23:59:59.999999999Z"),
                YearMonth.of(2026, 3),
                Year.of(2100),
                LocalTime.MIN,
                LocalTime.MAX);
    }

    @ParameterizedTest
    @MethodSource("meant")
    void isMeant(TemporalAccessor time) {
        assertThat(Times.isSensible(time)).isTrue();
        assertThat(Times.sensible(time)).isSameAs(time);
    }

    static Stream<TemporalAccessor> beyond() {
        return Stream.of(
                LocalDate.MIN,
                LocalDate.MAX,
                LocalDate.of(1999, 12, 31),
                LocalDate.of(2101, 1, 1),
                LocalDate.of(12026, 3, 2),
                LocalDate.of(-2026, 3, 2),
                LocalDateTime.MAX,
                OffsetDateTime.MIN,
                OffsetDateTime.MAX,
                Instant.MIN,
                Instant.MAX,
                Instant.parse("2101-01-01T00:00:00Z"),
                YearMonth.of(Year.MAX_VALUE, 12),
                Year.of(0));
    }

    @ParameterizedTest
    @MethodSource("beyond")
    void isBeyondAllSense(TemporalAccessor time) {
        assertThat(Times.isSensible(time)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "李先生", "a\tb\n", "\ud83d\ude00", "\u202e", "\ufffd"})
    void canBeKept(String text) {
        assertThat(SafeText.canBeKept(text)).isTrue();
    }

    @Test
    void aCharacterIsNotCutInHalves() {
        assertThat(SafeText.cut("a\ud83d\ude00b", 2)).isEqualTo("a");
        assertThat(SafeText.cut("a\ud83d\ude00b", 3)).isEqualTo("a\ud83d\ude00");
        assertThat(SafeText.cut("ab", 2)).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db", "\ud83d\ud83d\ude00"})
    void cannotBeKept(String text) {
        assertThat(SafeText.canBeKept(text)).isFalse();
        assertThat(SafeText.canBeKept(SafeText.cleaned(text))).isTrue();
    }
}
