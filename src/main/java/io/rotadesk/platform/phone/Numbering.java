package io.rotadesk.platform.phone;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The way in which numbers are written at a place: what is left out there because everybody knows it.
 *
 * @param countryCode the digits of the country code, such as {@code 86}
 * @param areaCode the digits of the area code without the leading zero, such as {@code 21}; empty if the place has none
 */
public record Numbering(String countryCode, String areaCode) {

    /** A place in China whose area code is not known. */
    public static final Numbering HOME = new Numbering("86", "");

    /**
     * The place with these codes, however they were typed: {@code +86} and {@code 021} too.
     *
     * @param countryCode blank for the one of {@link #HOME}
     * @param areaCode may be blank
     */
    public static Numbering of(String countryCode, String areaCode) {
        String country = withoutZeros(countryCode);
        return new Numbering(country.isEmpty() ? HOME.countryCode : country, withoutZeros(areaCode));
    }

    private static String withoutZeros(String typed) {
        return Signs.digits(Signs.plain(typed)).replaceFirst("^0+", "");
    }

    /**
     * The digits of a number in the ways in which people write it in full: with the country code, and without it.
     *
     * @param e164 as {@link PhoneNumbers#e164} answers it
     */
    public Stream<String> inFull(String e164) {
        String all = Signs.digits(e164);
        return all.startsWith(countryCode) ? Stream.of(all, national(all), "0" + national(all)) : Stream.of(all);
    }

    /** The digits of a number as people at this place write it among themselves, without area code; empty for one of elsewhere. */
    public Optional<String> amongThemselves(String e164) {
        String all = Signs.digits(e164);
        boolean ofHere = !areaCode.isEmpty() && all.startsWith(countryCode + areaCode);
        return ofHere ? Optional.of(national(all).substring(areaCode.length())) : Optional.empty();
    }

    private String national(String all) {
        return all.substring(countryCode.length());
    }

    boolean inChina() {
        return countryCode.equals(HOME.countryCode);
    }
}
