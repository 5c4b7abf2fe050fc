package io.rotadesk.leasing.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The share of checked receptions is the unit's setting, and nobody picks them. */
@Tag("L3.6")
class SamplingTest {

    private static final int MANY = 50_000;

    @ParameterizedTest
    @ValueSource(ints = {10, 25, 50, 90})
    void asManyAreDrawnAsTheUnitAsksFor(int percent) {
        assertThat(drawn(running(), percent)).isCloseTo(MANY / 100 * percent, withinPercentage(5));
        assertThat(drawn(random(), percent)).isCloseTo(MANY / 100 * percent, withinPercentage(5));
    }

    @Test
    void noneAndAllAreExact() {
        assertThat(drawn(running(), 0)).isZero();
        assertThat(drawn(running(), 100)).isEqualTo(MANY);
    }

    @Test
    void theSameReceptionIsDrawnAgain() {
        List<String> ids = random().limit(1000).toList();

        assertThat(ids).allSatisfy(id -> assertThat(Sampling.isDrawn(id, 10)).isEqualTo(Sampling.isDrawn(id, 10)));
    }

    @Test
    void aLargerShareKeepsWhatASmallerOneDraws() {
        assertThat(random().filter(id -> Sampling.isDrawn(id, 10))).allMatch(id -> Sampling.isDrawn(id, 11));
    }

    private static int drawn(Stream<String> ids, int percent) {
        return (int) ids.filter(id -> Sampling.isDrawn(id, percent)).count();
    }

    private static Stream<String> running() {
        return IntStream.range(0, MANY).mapToObj(number -> "department:visit-" + number);
    }

    private static Stream<String> random() {
        return IntStream.range(0, MANY)
                .mapToObj(number -> "department:"
                        + UUID.nameUUIDFromBytes(("visit" + number).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
