package io.rotadesk.access;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Lets a page do something with tasks in the name of the person logged in: with their rights, and on record as theirs. */
@Component
public class PersonInTheEngine {

    private final IdentityService identity;

    PersonInTheEngine(IdentityService identity) {
        this.identity = identity;
    }

    public <T> T as(SignedInUser user, Supplier<T> work) {
        Authentication before = identity.getCurrentAuthentication();
        identity.setAuthentication(user.login(), user.groups(), List.copyOf(user.units()));
        try {
            return work.get();
        } finally {
            if (before == null) {
                identity.clearAuthentication();
            } else {
                identity.setAuthentication(before);
            }
        }
    }
}
