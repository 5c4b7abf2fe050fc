package io.rotadesk.bench;

/**
 * The numbers that the parts use. Each part has a series of its own: visitors who had the numbers of the customers that
 * are looked up made two customers of each.
 */
final class PhoneNumbers {

    /** In E.164, followed by nine digits. */
    static final String LOOKED_UP_CUSTOMERS = "+8616";

    private PhoneNumbers() {}

    static String ofCaller(long id) {
        return number("13", id);
    }

    static String ofVisitor(long id) {
        return number("15", id);
    }

    static String ofPetitioner(long id) {
        return number("15", id);
    }

    static String ofUnansweredCaller(long id) {
        return number("18", id);
    }

    /** In E.164. */
    static String ofLookedUpCustomer(long id) {
        return number(LOOKED_UP_CUSTOMERS, id);
    }

    private static String number(String series, long id) {
        return series + "%09d".formatted(id % 1_000_000_000);
    }
}
