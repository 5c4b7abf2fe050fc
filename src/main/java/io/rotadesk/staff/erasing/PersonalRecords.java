package io.rotadesk.staff.erasing;

import java.util.List;

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

    /** What of the person is open, by the names that people know it by; the person is not erased before that is closed. */
    default List<String> open(Person person) {
        return List.of();
    }

    /**
     * Takes the person out, in the caller's transaction. Open tasks stay but show nothing of them.
     *
     * @param by the login of the person who erases
     * @return the number of records that named them
     */
    int erase(Person person, String by);
}
