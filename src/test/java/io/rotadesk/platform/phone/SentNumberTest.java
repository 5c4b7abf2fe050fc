package io.rotadesk.platform.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.platform.phone.SentNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as phone systems, forms and files have them, and what they mean. */
class SentNumberTest {

    private static final Numbering SHANGHAI = Numbering.of("+86", "021");

    private static SentNumber read(String written) {
        return SentNumber.read(written, SHANGHAI);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<sip:13800000001@10.20.30.40:5060>;tag=eN6Fy272",
                "sip:+8613800000001@pbx.example.com;user=phone",
                "\"王芳 (广安招商)\" <sip:+8613800000001@pbx.guangan.example.com:5060;user=phone>;tag=x1",
                "From: \"x\" <SIP:13800000001@[2001:db8::1]:5060>",
                "sips:13800000001:secret@10.0.0.1:5061",
                "sip:%2B8613800000001@pbx",
                "sip:13800000001",
                "<tel:+86-138-0000-0001>",
                "tel:13800000001;phone-context=+86",
                "\"13800000009\" <13800000001>",
                "\"13800000001\"",
                "<sip:pbx.example.com>, <tel:13800000001>",
                "13800000001@ims.mnc000.mcc460.3gppnetwork.org",
                "17951013800000001",
                "1795113800000001",
                "12593013800000001",
                "008613800000001",
                "0086-138-0000-0001",
                "086-13800000001",
                "+086 138 0000 0001",
                "(+86)13800000001",
                "8613800000001",
                "013800000001",
                "+13800000001",
                "１３８－００００－０００１",
                "138\u200b0000\u202e0001",
                "手机:13800000001",
                "13800000001/13900000002",
            })
    void isTheMobileNumber(String written) {
        assertThat(read(written)).isEqualTo(new SentNumber(Kind.VALID, "+8613800000001", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "61234567",
                "6123-4567",
                "021-61234567",
                "02161234567",
                "(021)6123 4567",
                "+86 (0)21 6123 4567",
                "021－６１２３４５６７",
                "tel:61234567;phone-context=+8621",
                "17951021-61234567",
                "86-21-61234567",
            })
    void isTheLandlineOfThePlace(String written) {
        assertThat(read(written)).isEqualTo(new SentNumber(Kind.VALID, "+862161234567", null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "021-61234567-801|+862161234567|801",
                "021-61234567转801|+862161234567|801",
                "021-61234567 转 分机 801|+862161234567|801",
                "61234567分机:801|+862161234567|801",
                "021-61234567 ext. 801|+862161234567|801",
                "021-61234567x801|+862161234567|801",
                "021-61234567,801|+862161234567|801",
                "021-61234567,,801#|+862161234567|801",
                "021-61234567#801|+862161234567|801",
                "(021)61234567(801)|+862161234567|801",
                "021-61234567 801|+862161234567|801",
                "tel:+86-21-6123-4567;ext=801|+862161234567|801",
                "<sip:+862161234567;ext=801@pbx>|+862161234567|801",
                "021-61234567-801-2|+862161234567|801-2",
                "0755-86109999-8|+8675586109999|8",
                "400-810-6666-801|+864008106666|801",
                "95588-1|+8695588|1",
                "+1 650-253-0000 ext 12|+16502530000|12",
            })
    void anExtensionStandsBehindACompleteNumber(String written, String number, String extension) {
        assertThat(read(written)).isEqualTo(new SentNumber(Kind.VALID, number, extension));
    }

    @ParameterizedTest
    @CsvSource({
        "400-810-6666,+864008106666",
        "8008106666,+868008106666",
        "95588,+8695588",
        "10086,+8610086",
        "10000,+8610000",
        "12345,+8612345",
        "010-88886666,+861088886666",
        "13800000000,+8613800000000",
        "19912345678,+8619912345678",
        "+852 6123 4567,+85261234567",
        "0085261234567,+85261234567",
    })
    void theseAreNumbersToo(String written, String number) {
        assertThat(read(written)).isEqualTo(new SentNumber(Kind.VALID, number, null));
        assertThat(PhoneNumbers.e164(number)).as("as it is kept").contains(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-",
                "+",
                "anonymous",
                "Anonymous <sip:anonymous@anonymous.invalid>",
                "\"13800000001\" <sip:anonymous@anonymous.invalid>",
                "<sip:13800000001@anonymous.invalid>",
                "<sip:13800000001@pbx>;privacy=full",
                "Restricted",
                "UNKNOWN",
                "Private Number",
                "No Caller ID",
                "unbekannter Anrufer",
                "Numéro masqué",
                "número oculto",
                "Неизвестный",
                "скрытый номер, аноним",
                "非通知",
                "発信者 非通知設定",
                "발신번호표시제한",
                "匿名",
                "号码保密",
                "未知号码",
                "null",
                "N/A",
                "P",
                "0",
                "000000",
                "00000000000",
                "+8600000000000",
                "8600000000000",
                "1111111",
                "99999999999",
                "８６５６６９６",
                "+8656696",
                "8656696",
                "008656696",
                "+7378742833",
                "7378742833",
                "+266696687",
                "266696687",
                "+86282452253",
                "86282452253",
                "+2562533",
                "+26669",
                "+8628245",
                "+73787",
            })
    void isWithheld(String written) {
        assertThat(read(written)).isEqualTo(new SentNumber(Kind.WITHHELD, null, null));
        assertThat(SentNumber.read(written, Numbering.HOME).isWithheld()).isTrue();
    }

    @Test
    void nothingIsWithheldToo() {
        assertThat(read(null).isWithheld()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1384444000",
                "138444400066",
                "0138444400",
                "8001",
                "sip:8003@10.0.0.5",
                "sip:wangfang@pbx.example.com",
                "王芳",
                "02161234567801",
                "061-234567",
                "abcdefg",
            })
    void nobodyCanHaveItButItWasNotWithheld(String written) {
        assertThat(read(written)).isEqualTo(new SentNumber(Kind.DOUBTFUL, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "21,86666666,+862186666666",
        "21,86000000,+862186000000",
        "21,021-88888888,+862188888888",
    })
    void aNumberOfThePlaceThatIsNearlyARowIsANumber(String areaCode, String written, String number) {
        SentNumber read = SentNumber.read(written, Numbering.of("86", areaCode));
        assertThat(read).isEqualTo(new SentNumber(Kind.VALID, number, null));
    }

    @ParameterizedTest
    @CsvSource({
        "21,00000000",
        "21,11111111",
        "21,88888888",
        "0826,8888888",
        "21,022-22222222",
        "21,8888888",
        "21,888888888",
        "21,8888888888",
        "0826,88888888",
        "'',88888888",
        "'',2222222222",
        "'',86666666",
        "'',+86 88888888888",
        "21,11111",
    })
    void aRowIsWithheldEvenIfSomebodyCouldHaveIt(String areaCode, String written) {
        assertThat(SentNumber.read(written, Numbering.of("86", areaCode)).isWithheld())
                .isTrue();
    }

    @Test
    void withoutAnAreaCodeALocalNumberIsNobodys() {
        assertThat(SentNumber.read("61234567", Numbering.HOME).kind()).isEqualTo(Kind.DOUBTFUL);
    }

    @Test
    void theLengthOfAHeaderCostsNothing() {
        String header = "\"" + "王".repeat(5_000) + "\" <sip:13800000001@pbx>";
        assertThat(read(header).e164()).isEqualTo("+8613800000001");
        assertThat(read("<sip:13800000001@pbx>;x=" + "y".repeat(50_000)).e164()).isEqualTo("+8613800000001");
    }

    @Test
    void aNumberIsShownWithItsExtension() {
        assertThat(PhoneNumbers.readable("+862161234567-801")).isEqualTo("021 6123 4567-801");
        assertThat(PhoneNumbers.readable("+8613800000001")).isEqualTo("138 0000 0001");
        assertThat(PhoneNumbers.readable("+85261234567")).isEqualTo("+852 6123 4567");
        assertThat(PhoneNumbers.readable("王芳")).isEqualTo("王芳");
    }
}
