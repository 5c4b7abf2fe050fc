package io.rotadesk.access;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Checks a login and a password with the engine's identity service, which also keeps count of wrong ones and makes who
 * guesses wait. All refusals look alike: a stranger does not learn which logins exist.
 */
@Component
class EngineLogin implements AuthenticationProvider {

    private static final String REFUSED = "Login and password do not match, or the account is locked";

    private final EngineUsers users;
    private final AccountStates states;

    EngineLogin(EngineUsers users, AccountStates states) {
        this.users = users;
        this.states = states;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName().strip();
        String password =
                attempt.getCredentials() == null ? "" : attempt.getCredentials().toString();
        if (login.isEmpty() || password.isEmpty() || states.of(login).closed()) {
            throw new BadCredentialsException(REFUSED);
        }
        if (!users.passwordMatches(login, password)) {
            throw new BadCredentialsException(REFUSED);
        }
        DeskUser user = users.find(login).orElseThrow(() -> new BadCredentialsException(REFUSED));
        return UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
