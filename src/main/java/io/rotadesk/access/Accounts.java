package io.rotadesk.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final PasswordRules rules;
    private final LoginTries tries;
    private final LastAdministrator lastAdministrator;

    Accounts(
            EngineUsers users,
            AccountStates states,
            Invitations invitations,
            AccessSettings settings,
            PasswordRules rules,
            LoginTries tries,
            LastAdministrator lastAdministrator) {
        this.users = users;
        this.states = states;
        this.invitations = invitations;
        this.settings = settings;
        this.rules = rules;
        this.tries = tries;
        this.lastAdministrator = lastAdministrator;
    }

    /**
     * Creates the account, or changes it to match; saving it again changes nothing. A new account has no password: go
     * on with {@link #invite} or {@link #setPassword}. A closed account is reopened.
     *
     * @throws io.rotadesk.engine.RefusedException if the last administrator would lose that role
     */
    public void save(Account account) {
        save(List.of(account));
    }

    /** As {@link #save(Account)}, for many at once. */
    void save(Collection<Account> wanted) {
        Map<String, SignedInUser> present =
                users.find(wanted.stream().map(Account::login).toList());
        Set<String> changed = users.save(wanted, present);
        Map<Boolean, List<String>> logins =
                wanted.stream().map(Account::login).collect(Collectors.partitioningBy(present::containsKey));
        // People who come back need not wait because they tried to log in while they were locked out.
        states.openAmong(logins.get(true)).forEach(tries::forget);
        states.make(logins.get(false));
        states.endSessions(changed);
    }

    /** The states of these people's accounts; people without an account are left out. */
    @Transactional(readOnly = true)
    public Map<String, AccountStatus> statuses(Collection<String> logins) {
        return states.statuses(logins);
    }

    @Transactional(readOnly = true)
    public Optional<SignedInUser> find(String login) {
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
        setPassword(login, password, true);
    }

    /**
     * Creates a link with which the person sets a first password; earlier links stop working.
     *
     * @return the link's path, {@code /account/invitation/...}; it is shown here only, and works once within seven days
     * @throws IllegalArgumentException when there is no such account, or it is closed
     */
    public String invite(String login) {
        requireOpen(login);
        return AccountPages.INVITATION + "/" + invitations.issue(login);
    }

    /** Lets a person who gave too many wrong passwords try again at once. */
    public void unlock(String login) {
        tries.forget(login);
    }

    /**
     * Locks out a person who has left: no login, no role, no unit, and their open sessions end.
     *
     * @throws io.rotadesk.engine.RefusedException if they are the last administrator
     */
    public void close(String login) {
        lastAdministrator.letGo(login);
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
        // A person who has chosen a password keeps it at the next start.
        if (states.of(login).mustChangePassword()) {
            setPassword(login, password, false);
        }
    }

    /** Creates an account whose password need not be changed: the first administrator's. */
    void createWithPassword(Account account, String password) {
        requireFit(account.login(), password);
        save(account);
        setPassword(account.login(), password, false);
    }

    /**
     * @return the account's new epoch; empty if the current password is wrong, or was wrong too often
     * @throws UnfitPasswordException when the new password breaks a rule
     */
    Optional<Integer> changeOwnPassword(String login, String current, String wanted) {
        if (!tries.begin(login, ClientAddress.LOGGED_IN)) {
            return Optional.empty();
        }
        if (!users.passwordMatches(login, current)) {
            tries.wrong(login, ClientAddress.LOGGED_IN);
            return Optional.empty();
        }
        tries.right(login, ClientAddress.LOGGED_IN);
        requireFit(login, wanted);
        if (wanted.equals(current)) {
            throw new UnfitPasswordException("access.password.same");
        }
        return Optional.of(chosen(login, wanted));
    }

    /**
     * @return whether the link was valid; it is then used up
     * @throws UnfitPasswordException if the password breaks a rule; the link then stays valid
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
        setPassword(login, password, false);
        return states.of(login).epoch();
    }

    private void setPassword(String login, String password, boolean mustChange) {
        users.setPassword(login, password);
        states.passwordSet(login, mustChange);
        tries.forget(login);
    }

    private void requireOpen(String login) {
        if (users.find(login).isEmpty() || states.of(login).closed()) {
            throw new IllegalArgumentException("There is no open account " + login);
        }
    }

    private void requireFit(String login, String password) {
        rules.violation(login, password).ifPresent(rule -> {
            throw new UnfitPasswordException(rule);
        });
    }
}
