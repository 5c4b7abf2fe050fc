package io.rotadesk.staff.roster;

import java.util.List;

/**
 * What became of a roster that was loaded: everything was taken, or, if there are errors, nothing.
 *
 * @param added logins that are new
 * @param changed logins of which something is different now
 * @param unchanged logins that were as they are in the file
 * @param left of those changed, who has left with this load
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
