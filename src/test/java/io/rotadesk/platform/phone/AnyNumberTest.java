package io.rotadesk.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any number, however it is written. */
class AnyNumberTest {

    private static final String SEED = "20260302";
    private static final Numbering SHANGHAI = Numbering.of("86", "21");

    @Provide
    Arbitrary<String> mobiles() {
        return Combinators.combine(
                        Arbitraries.of("13", "14", "15", "16", "17", "18", "19"),
                        Arbitraries.strings().numeric().ofLength(9))
                .as(String::concat);
    }

    @Provide
    Arbitrary<String> headers() {
        return Arbitraries.of(
                "%s",
                "+86%s",
                "0086%s",
                "086-%s",
                "0%s",
                "17951%s",
                "125930%s",
                "<sip:%s@10.0.0.1:5060>;tag=1",
                "\"前台 801\" <sip:+86%s@pbx;user=phone>;tag=1",
                "sips:%s@pbx",
                "tel:+86%s",
                " %s\t");
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of("", " ", "-", "－", "–", "\u00a0", "\u200b", ".");
    }

    @Property(tries = 300, seed = SEED)
    void everyFormIsTheSameNumber(
            @ForAll("mobiles") String mobile,
            @ForAll("headers") String header,
            @ForAll("separators") String separator) {
        String typed = mobile.substring(0, 3) + separator + mobile.substring(3, 7) + separator + mobile.substring(7);
        String written = header.formatted(typed);
        assertThat(SentNumber.read(written, SHANGHAI).e164()).as(written).isEqualTo("+86" + mobile);
    }

    @Property(tries = 300, seed = SEED)
    void aDigitTooFewOrTooManyIsNobodys(@ForAll("mobiles") String mobile) {
        assertThat(SentNumber.read(mobile.substring(0, 10), SHANGHAI).e164()).isNull();
        assertThat(SentNumber.read(mobile + "5", SHANGHAI).e164()).isNull();
    }

    @Property(tries = 500, seed = SEED)
    void anyTextIsReadAndAValidNumberStaysTheSame(@ForAll String text) {
        staysTheSame(SentNumber.read(text, SHANGHAI));
        String extension = Extensions.plain(text);
        assertThat(extension == null || !extension.isEmpty()).isTrue();
    }

    @Property(tries = 500, seed = SEED)
    void soDoDigitsAndSigns(@ForAll("signs") String text) {
        staysTheSame(SentNumber.read(text, SHANGHAI));
    }

    @Provide
    Arbitrary<String> signs() {
        return Arbitraries.strings()
                .withChars("0123456789012345678901234567890+-() ;,#x转@<>\":/.")
                .ofMaxLength(24);
    }

    private static void staysTheSame(SentNumber read) {
        if (read.isValid()) {
            assertThat(SentNumber.read(read.e164(), SHANGHAI).e164()).isEqualTo(read.e164());
            assertThat(SentNumber.read(read.e164(), Numbering.HOME).e164()).isEqualTo(read.e164());
        }
    }

    @Property(tries = 200, seed = SEED)
    void aRowOfOneDigitIsNobodys(@ForAll("rows") String row) {
        assertThat(SentNumber.read(row, SHANGHAI).isWithheld()).as(row).isTrue();
    }

    @Provide
    Arbitrary<String> rows() {
        return Combinators.combine(
                        Arbitraries.of("", "+", "00", "+86", "86"),
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(7, 12))
                .as((before, digit, length) -> before + String.valueOf(digit).repeat(length));
    }
}
