package io.rotadesk.engine;

import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * A kind of id that models pass on, such as a ticket's. Each module offers one such bean for each of its kinds. With
 * it, a process of one unit cannot ask about things of another, however it got the id.
 *
 * @param names the names of variables, and of parameters of model beans, that hold such an id
 * @param concerns whether a process of a unit (second) may ask about this id (first); unknown ids are no secret
 */
public record ModelKey(Set<String> names, BiPredicate<String, String> concerns) {

    /** An id of something that belongs to one unit for good. */
    public static ModelKey ofUnit(String name, Function<String, Optional<String>> unitOf) {
        return new ModelKey(
                Set.of(name), (id, unit) -> unitOf.apply(id).map(unit::equals).orElse(true));
    }
}
