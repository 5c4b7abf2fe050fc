package io.rotadesk.engine;

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
        IdentityService engine = identity.getObject();
        Authentication person = engine.getCurrentAuthentication();
        engine.clearAuthentication();
        try {
            return work.get();
        } finally {
            if (person != null) {
                engine.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
            }
        }
    }
}
