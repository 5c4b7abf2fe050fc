package io.rotadesk.platform.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells which digits are a number that somebody can have. */
final class ValidNumbers {

    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();

    /** Eleven digits, whichever blocks are given out this year. */
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");

    /** Numbers of firms, banks, carriers and services, which callers have and which can be called. */
    private static final Pattern SERVICE =
            Pattern.compile("[48]00[0-9]{7}|95[0-9]{3,7}|96[0-9]{3,4}|1[0-2][0-9]{3}|1[12][0-9]");

    private static final Pattern LOCAL = Pattern.compile("[2-9][0-9]{6,7}");

    /** What begins as a mobile number and has not its length is a slip, whatever a plan of numbers would allow. */
    private static final Pattern AS_A_MOBILE = Pattern.compile("1[3-9][0-9]*");

    private final Numbering place;

    ValidNumbers(Numbering place) {
        this.place = place;
    }

    /**
     * A number as it is dialled here.
     *
     * @param core the digits without leading zeros
     * @param local whether it had no zero before it, so that the area code may be left out
     */
    Optional<String> here(String core, boolean local) {
        if (place.inChina()) {
            if (MOBILE.matcher(core).matches() || local && SERVICE.matcher(core).matches()) {
                return Optional.of(withCode(core));
            }
            if (AS_A_MOBILE.matcher(core).matches()) {
                return Optional.empty();
            }
        }
        if (local && !place.areaCode().isEmpty() && LOCAL.matcher(core).matches()) {
            Optional<String> atThisPlace = library(withCode(place.areaCode() + core));
            if (atThisPlace.isPresent()) {
                return atThisPlace;
            }
        }
        return library(withCode(core));
    }

    /** @param core the digits of country code and number */
    Optional<String> abroad(String core) {
        String code = place.countryCode();
        return core.startsWith(code)
                ? here(core.substring(code.length()).replaceFirst("^0+", ""), true)
                : chinese(core).or(() -> library("+" + core));
    }

    /**
     * Whether somebody can have the number just as it is written: a local one where the area code is known, or one with its
     * area or country code.
     *
     * @param plus whether a plus stands before the digits
     */
    boolean isComplete(boolean plus, String digits) {
        String core = digits.replaceFirst("^0+", "");
        boolean national = !plus && digits.startsWith("0");
        boolean international = plus || national || digits.startsWith(place.countryCode());
        return !plus && !national && isLocal(core)
                || national && library(withCode(core)).isPresent()
                || international && library("+" + core).isPresent()
                || plus && place.inChina() && MOBILE.matcher(core).matches();
    }

    private boolean isLocal(String core) {
        return !place.areaCode().isEmpty()
                && LOCAL.matcher(core).matches()
                && library(withCode(place.areaCode() + core)).isPresent();
    }

    private Optional<String> chinese(String core) {
        String code = Numbering.HOME.countryCode();
        return !place.inChina() && core.startsWith(code)
                ? new ValidNumbers(Numbering.HOME).here(core.substring(code.length()), true)
                : Optional.empty();
    }

    private String withCode(String core) {
        return "+" + place.countryCode() + core;
    }

    private static Optional<String> library(String international) {
        try {
            var number = LIBRARY.parse(international, null);
            return LIBRARY.isValidNumber(number)
                    ? Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }
}
