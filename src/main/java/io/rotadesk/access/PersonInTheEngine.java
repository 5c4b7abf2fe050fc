package io.rotadesk.access;

import io.rotadesk.engine.Actor;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Lets a page do something with tasks in the name of the person logged in: with their rights, and on record as theirs. */
@Component
public class PersonInTheEngine {

    private final Actor actor;

    PersonInTheEngine(Actor actor) {
        this.actor = actor;
    }

    public <T> T as(SignedInUser user, Supplier<T> work) {
        return actor.inTheNameOf(user.login(), user.groups(), List.copyOf(user.units()), work);
    }
}
