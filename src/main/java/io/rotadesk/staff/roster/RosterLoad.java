package io.rotadesk.staff.roster;

import java.util.List;

/**
 * The outcome of loading a roster: the whole file was taken, or none of it if there are errors.
 *
 * @param added logins that are new
 * @param changed logins whose data changed
 * @param unchanged logins whose data already matched the file
 * @param left those of the changed logins that left with this load
 */
public record RosterLoad(
        List<String> added, List<String> changed, List<String> unchanged, List<String> left, List<RosterError> errors) {

    static RosterLoad refused(List<RosterError> errors) {
        return new RosterLoad(List.of(), List.of(), List.of(), List.of(), List.copyOf(errors));
    }

    public boolean accepted() {
        return errors.isEmpty();
    }
}
