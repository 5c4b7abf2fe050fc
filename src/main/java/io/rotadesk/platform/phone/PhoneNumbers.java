package io.rotadesk.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Brings phone numbers, as people and phone systems write them, into one form. */
public final class PhoneNumbers {

    private static final String HOME_REGION = "CN";
    private static final int LAST = 4;
    private static final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * The number in E.164, such as {@code +8613800000000}.
     *
     * @param written may be null; a number without country code is read as a Chinese one
     * @return empty for a withheld number or something that cannot be a phone number
     */
    public static Optional<String> e164(String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        try {
            var number = numbers.parse(written, HOME_REGION);
            number.clearExtension();
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** The number as people here write it, for a form or a page; a text that is no number comes back unchanged. */
    public static String readable(String written) {
        if (written == null) {
            return "";
        }
        try {
            var number = numbers.parse(written, HOME_REGION);
            return number.getCountryCode() == numbers.getCountryCodeForRegion(HOME_REGION)
                    ? numbers.format(number, PhoneNumberFormat.NATIONAL)
                    : numbers.format(number, PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            return written;
        }
    }

    /** The end of the number, by which people tell it from others; empty for none, and for what is no number. */
    public static String lastDigits(String written) {
        String digits = written == null ? "" : written.replaceAll("[^0-9]", "");
        return digits.length() < LAST ? "" : digits.substring(digits.length() - LAST);
    }

    /** The number for a log: its last four digits at most. */
    public static String masked(String written) {
        if (written == null || written.isBlank()) {
            return "-";
        }
        return "…" + lastDigits(written);
    }
}
