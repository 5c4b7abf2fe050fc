package io.rotadesk.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of everybody who works with Rota Desk. */
@Service
@Transactional
public class Accounts {

    private final EngineUsers users;
    private final AccountStates states;
    private final Invitations invitations;
    private final AccessSettings settings;

    Accounts(EngineUsers users, AccountStates states, Invitations invitations, AccessSettings settings) {
        this.users = users;
        this.states = states;
        this.invitations = invitations;
        this.settings = settings;
    }

    /**
     * Makes the account, or changes it to be as given; saving it again changes nothing. A new account has a password that
     * nobody knows: go on with {@link #invite} or {@link #setPassword}. An account that was closed is open again.
     */
    public void save(Account account) {
        boolean isNew = users.find(account.login()).isEmpty();
        boolean changed = users.save(account, Secrets::random);
        states.open(account.login());
        if (isNew) {
            states.passwordSet(account.login(), true);
        } else if (changed) {
            states.endSessions(account.login());
        }
    }

    /** How far each of these people is; who has no account is not in it. */
    @Transactional(readOnly = true)
    public Map<String, AccountStatus> statuses(Collection<String> logins) {
        return states.statuses(logins);
    }

    @Transactional(readOnly = true)
    public Optional<DeskUser> find(String login) {
        return users.find(login);
    }

    /**
     * Gives the person a password of the administrator's choice, which must be changed at the next login.
     *
     * @throws UnfitPasswordException when the password breaks a rule
     * @throws IllegalArgumentException when there is no such account, or it is closed
     */
    public void setPassword(String login, String password) {
        requireOpen(login);
        requireFit(login, password);
        users.setPassword(login, password);
        states.passwordSet(login, true);
    }

    /**
     * Makes a link with which the person sets a first password; earlier links stop working.
     *
     * @return the link's path, {@code /account/invitation/...}; it is shown here only and good once, for seven days
     * @throws IllegalArgumentException when there is no such account, or it is closed
     */
    public String invite(String login) {
        requireOpen(login);
        return AccountPages.INVITATION + "/" + invitations.issue(login);
    }

    /** Lets somebody try again at once who gave too many wrong passwords. */
    public void unlock(String login) {
        users.unlock(login);
    }

    /** Locks somebody out who has left: no login, no role, no unit, and what is open in a browser ends. */
    public void close(String login) {
        users.withdrawEverything(login);
        invitations.withdraw(login);
        states.close(login);
    }

    /**
     * An account for demonstrations: its password may be short and need not be changed.
     *
     * @param unit null for none
     * @throws IllegalStateException when the application is not in demo mode
     */
    public void createDemo(String login, String displayName, Set<Role> roles, String unit, String password) {
        if (!settings.demo()) {
            throw new IllegalStateException("Demo accounts are made only with rotadesk.demo=true, not " + login);
        }
        save(new Account(login, displayName, roles, unit));
        // Whoever has chosen a password keeps it over the next start.
        if (states.of(login).mustChangePassword()) {
            users.setPassword(login, password);
            states.passwordSet(login, false);
        }
    }

    /** An account whose password is in order as it is: the first administrator's. */
    void createWithPassword(Account account, String password) {
        requireFit(account.login(), password);
        save(account);
        users.setPassword(account.login(), password);
        states.passwordSet(account.login(), false);
    }

    /**
     * @return the account's new epoch, or empty when the current password is wrong
     * @throws UnfitPasswordException when the new password breaks a rule
     */
    Optional<Integer> changeOwnPassword(String login, String current, String wanted) {
        if (!users.passwordMatches(login, current)) {
            return Optional.empty();
        }
        requireFit(login, wanted);
        if (wanted.equals(current)) {
            throw new UnfitPasswordException("access.password.same");
        }
        return Optional.of(chosen(login, wanted));
    }

    /**
     * @return whether the link was good; it is used up then
     * @throws UnfitPasswordException when the password breaks a rule; the link is still good
     */
    boolean acceptInvitation(String token, String password) {
        Optional<String> login = invitations.loginOf(token);
        login.ifPresent(invited -> requireFit(invited, password));
        if (login.isEmpty() || !invitations.use(token)) {
            return false;
        }
        chosen(login.get(), password);
        return true;
    }

    private int chosen(String login, String password) {
        users.setPassword(login, password);
        states.passwordSet(login, false);
        return states.of(login).epoch();
    }

    private void requireOpen(String login) {
        if (users.find(login).isEmpty() || states.of(login).closed()) {
            throw new IllegalArgumentException("There is no open account " + login);
        }
    }

    private static void requireFit(String login, String password) {
        PasswordRules.violation(login, password).ifPresent(rule -> {
            throw new UnfitPasswordException(rule);
        });
    }
}
