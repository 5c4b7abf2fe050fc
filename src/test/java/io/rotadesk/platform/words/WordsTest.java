package io.rotadesk.platform.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class WordsTest {

    private final Words words = new Words(Locale.SIMPLIFIED_CHINESE, "words/some");

    @Test
    void numbersHaveNoSeparators() {
        assertThat(words.get("year", 2026)).isEqualTo("自 2026 年起");
        assertThat(words.get(Locale.ENGLISH, "year", 2026L)).isEqualTo("since 2026");
    }

    @Test
    void anotherLanguageFallsBackToTheProductsOwn() {
        assertThat(words.get(Locale.ENGLISH, "quoted", "x")).isEqualTo("'x'");
    }

    @Test
    void wordsOfAPersonAreNoFormat() {
        assertThat(words.find(Locale.ENGLISH, "no.such", "the mayor's {promise"))
                .isEqualTo("the mayor's {promise");
        assertThatExceptionOfType(NoSuchMessageException.class).isThrownBy(() -> words.get("no.such"));
    }
}
