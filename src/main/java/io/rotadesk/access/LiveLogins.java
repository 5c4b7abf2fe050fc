package io.rotadesk.access;

import org.springframework.stereotype.Component;

/** Tells whether a login is still valid, for work that continues after its request was let in. */
@Component
public class LiveLogins {

    /** The topic of the news that an account has changed, on all nodes; the text is its login. */
    public static final String TOPIC = "account";

    private final AccountStates states;

    LiveLogins(AccountStates states) {
        this.states = states;
    }

    /**
     * @return false if the account was closed or changed after this person logged in, as {@link AccountGate} sees it
     */
    public boolean holds(SignedInUser user) {
        AccountStates.State state = states.of(user.login());
        return !state.closed() && state.epoch() == user.epoch();
    }
}
