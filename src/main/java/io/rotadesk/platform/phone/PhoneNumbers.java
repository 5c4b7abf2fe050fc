package io.rotadesk.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;

/** Brings phone numbers, as people and phone systems write them, into one form. */
public final class PhoneNumbers {

    private static final int LAST = 4;
    private static final char BEFORE_EXTENSION = '-';
    private static final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();

    private PhoneNumbers() {}

    /**
     * The number in E.164, such as {@code +8613800000000}, as it is read at a place in China whose area code is not known.
     *
     * @param written may be null; a number without country code is read as a Chinese one
     * @return empty for a withheld number or something that nobody can have as a phone number
     */
    public static Optional<String> e164(String written) {
        return e164(written, Numbering.HOME);
    }

    /** The same, as it is read at this place. */
    public static Optional<String> e164(String written, Numbering place) {
        return SentNumber.read(written, place).number();
    }

    /** The number as people here write it, for a form or a page; a text that is no number comes back unchanged. */
    public static String readable(String written) {
        if (written == null) {
            return "";
        }
        SentNumber number = SentNumber.read(written, Numbering.HOME);
        return number.isValid() ? readable(number.e164(), number.extension()) : written;
    }

    /**
     * The number as people here write it, with its extension behind it.
     *
     * @param e164 as {@link #e164} answers it
     * @param extension null for none
     */
    public static String readable(String e164, String extension) {
        String shown;
        try {
            var number = numbers.parse(e164, null);
            shown = numbers.format(
                    number,
                    String.valueOf(number.getCountryCode()).equals(Numbering.HOME.countryCode())
                            ? PhoneNumberFormat.NATIONAL
                            : PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException notANumber) {
            shown = e164;
        }
        return extension == null ? shown : shown + BEFORE_EXTENSION + extension;
    }

    /** The digits of a text, however they are written. */
    public static String digits(String written) {
        return Signs.digits(Signs.plain(written));
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
