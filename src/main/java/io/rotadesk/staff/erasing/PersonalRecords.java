package io.rotadesk.staff.erasing;

/**
 * One kind of record that names customers or other people from outside. Each module that keeps such records offers a
 * bean.
 */
public interface PersonalRecords {

    /** The kind of record, a word for pages: {@code calls}, {@code visits} … */
    String kind();

    /** Whether somebody is talking to the person at this moment; the person is not erased before that is finished. */
    default boolean isInHand(Person person) {
        return false;
    }

    /**
     * Takes the person out, in the caller's transaction. Open tasks stay but show nothing of them.
     *
     * @param by the login of the person who erases
     * @return the number of records that named them
     */
    int erase(Person person, String by);
}
