package io.rotadesk.access;

import org.springframework.stereotype.Component;

/** Whether a login still holds, for what goes on after its request was let in. */
@Component
public class LiveLogins {

    /** Of the news that tells, on all nodes, that an account has changed; the text is its login. */
    public static final String TOPIC = "account";

    private final AccountStates states;

    LiveLogins(AccountStates states) {
        this.states = states;
    }

    /** @return false once the account was closed or has changed since this person logged in, as {@link AccountGate} sees it */
    public boolean holds(DeskUser user) {
        AccountStates.State state = states.of(user.login());
        return !state.closed() && state.epoch() == user.epoch();
    }
}
