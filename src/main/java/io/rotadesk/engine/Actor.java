package io.rotadesk.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the person whose request a process is working on. */
@Component
public class Actor {

    private final ObjectProvider<IdentityService> identity;
    private final EngineWording words;

    Actor(ObjectProvider<IdentityService> identity, EngineWording words) {
        this.identity = identity;
        this.words = words;
    }

    /** @return the login of the person whose request this is; empty in a job, or when the application acts by itself */
    public Optional<String> login() {
        return Optional.ofNullable(identity.getObject().getCurrentAuthentication())
                .map(Authentication::getUserId);
    }

    /** @throws RefusedException if nobody is logged in */
    public String person() {
        return login().orElseThrow(() -> new RefusedException(words.toReader("rest.notLoggedIn")));
    }

    /** @return the login of the person who sent the task's form; the task's assignee when nobody is logged in; may be null */
    public String loginOr(DelegateTask task) {
        return login().orElse(task.getAssignee());
    }

    /** Does it in the application's name: the person who caused it need not have the right to talk to processes. */
    public <T> T inTheApplicationsName(Supplier<T> work) {
        return as(null, work);
    }

    /** Does it in this person's name: with their rights in the engine, and on record as theirs. */
    public <T> T inTheNameOf(String login, List<String> groups, List<String> units, Supplier<T> work) {
        return as(new Authentication(login, groups, units), work);
    }

    private <T> T as(Authentication actor, Supplier<T> work) {
        IdentityService engine = identity.getObject();
        Authentication before = engine.getCurrentAuthentication();
        set(engine, actor);
        try {
            return work.get();
        } finally {
            set(engine, before);
        }
    }

    private static void set(IdentityService engine, Authentication actor) {
        if (actor == null) {
            engine.clearAuthentication();
        } else {
            engine.setAuthentication(actor);
        }
    }
}
