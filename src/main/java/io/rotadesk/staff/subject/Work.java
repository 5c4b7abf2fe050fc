package io.rotadesk.staff.subject;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One piece of work that a process guides: a call, a follow-up, a matter.
 *
 * @param process the id of the process in its model
 * @param unitId the unit in which the process runs
 * @param key the business key of the process instance; not null
 */
public record Work(String process, String unitId, String key) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    /** @return the key, if it is the number of a row */
    public Optional<Long> number() {
        return Optional.of(key).filter(text -> NUMBER.matcher(text).matches()).map(Long::valueOf);
    }
}
