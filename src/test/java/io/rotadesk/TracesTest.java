package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesTest {

    private static final String ID = "0b139c2e-ec27-11f1-ab90-138000000055";

    @ParameterizedTest
    @ValueSource(strings = {"139", "13800000", "p7", "李", "abc"})
    void wordsThatAnIdMayContainAreRefused(String word) {
        assertThatThrownBy(() -> Traces.assertNone(Stream.of(ID), word)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800000055", "+8613800000055", "来电 138 0000 0055", "138-0000-0055"})
    void aNumberIsFoundHoweverItIsWritten(String written) {
        assertThatThrownBy(() -> Traces.assertNone(Stream.of(ID, written), "13800000055"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("13800000055");
    }

    @Test
    void missingWordsAreNotFoundAndAnEmptySearchProvesNothing() {
        assertThatCode(() -> Traces.assertNone(Stream.of(ID, null, 139), "孙大爷", "13800000055"))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Traces.assertNone(Stream.of(), "孙大爷")).isInstanceOf(AssertionError.class);
    }

    @Test
    void ownWordsAreNobodyElses() {
        assertThat(Traces.own("欧阳")).isNotEqualTo(Traces.own("欧阳")).startsWith("欧阳");
        assertThat(Traces.ownPhone()).isNotEqualTo(Traces.ownPhone()).matches("1[3-9]\\d{9}");
    }
}
