package io.rotadesk.web.desk.units;

import io.rotadesk.petition.workday.Profile;
import io.rotadesk.petition.workday.Step;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A limit that can be tried out.
 *
 * @param profile of the matter; for a step that is the same for all matters any of them
 * @param divided whether the step has a limit in each profile
 */
record TriedLimit(String profile, Step step, boolean divided) {

    static final List<TriedLimit> ALL = Stream.concat(
                    Stream.of(Profile.ORDINARY, Profile.SIMPLE)
                            .flatMap(profile -> Stream.of(Step.ACCEPT, Step.HANDLE, Step.EXTEND, Step.REVIEW)
                                    .map(step -> new TriedLimit(profile, step, true))),
                    Stream.of(Step.OBJECT, Step.APPEAL, Step.RECHECK)
                            .map(step -> new TriedLimit(Profile.ORDINARY, step, false)))
            .toList();

    /** @return empty for null and for an unknown id */
    static Optional<TriedLimit> of(String id) {
        return ALL.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** Its name in an address. */
    public String id() {
        return profile + "." + step;
    }
}
