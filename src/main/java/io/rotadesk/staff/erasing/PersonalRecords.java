package io.rotadesk.staff.erasing;

/** A place where people are named who are no customers, or customers themselves. Each place offers a bean. */
public interface PersonalRecords {

    /** What kind of records these are, a word for pages: {@code calls}, {@code visits} … */
    String kind();

    /** Whether somebody is talking to the person at this moment: that is finished first. */
    default boolean isInHand(Person person) {
        return false;
    }

    /**
     * Takes the person out, in the caller's transaction; open tasks stay and show nothing of them.
     *
     * @param by the login of whoever erases
     * @return in how many records they were named
     */
    int erase(Person person, String by);
}
