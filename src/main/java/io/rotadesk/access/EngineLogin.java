package io.rotadesk.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks a login and a password, for forms and HTTP Basic alike. All refusals look alike and take equally long, so that
 * a stranger does not learn which logins exist. A password hash of an older kind is replaced silently.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final String REFUSED = "Login and password do not match, or the account is locked";

    private final EngineUsers users;
    private final AccountStates states;
    private final LoginTries tries;

    EngineLogin(EngineUsers users, AccountStates states, LoginTries tries) {
        this.users = users;
        this.states = states;
        this.tries = tries;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName().strip();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (login.isEmpty() || password.isEmpty() || !isRight(login, password, ClientAddress.of(attempt))) {
            throw new BadCredentialsException(REFUSED);
        }
        SignedInUser user = users.find(login).orElseThrow(() -> new BadCredentialsException(REFUSED));
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities());
    }

    private boolean isRight(String login, String password, ClientAddress address) {
        if (!tries.mayTry(login, address)) {
            return false;
        }
        boolean closed = states.of(login).closed();
        if (!closed && users.remembers(login, password)) {
            return true;
        }
        if (!tries.begin(login, address)) {
            return false;
        }
        if (!users.passwordMatches(login, password) || closed) {
            tries.wrong(login, address);
            return false;
        }
        tries.right(login, address);
        users.renewHash(login, password);
        return true;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
