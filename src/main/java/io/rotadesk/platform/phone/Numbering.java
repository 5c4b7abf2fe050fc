package io.rotadesk.platform.phone;

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

    boolean inChina() {
        return countryCode.equals(HOME.countryCode);
    }
}
