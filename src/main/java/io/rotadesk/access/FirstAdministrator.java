package io.rotadesk.access;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Makes the first administrator outside demo mode, who lets the others in; there is no default password. */
@Component
class FirstAdministrator {

    private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final int GENERATED_LENGTH = 20;

    private final EngineUsers users;
    private final Accounts accounts;
    private final AccessSettings settings;

    FirstAdministrator(EngineUsers users, Accounts accounts, AccessSettings settings) {
        this.users = users;
        this.accounts = accounts;
        this.settings = settings;
    }

    /**
     * Makes the administrator when there is none.
     *
     * @throws IllegalStateException when the password from the environment breaks a rule
     */
    void ensure() {
        if (settings.demo() || users.anyoneIs(Role.ADMINISTRATOR)) {
            return;
        }
        String login = settings.admin().login();
        Account account = new Account(
                login, settings.language().pick("管理员", "Administrator"), Set.of(Role.ADMINISTRATOR), Set.of());
        if (StringUtils.hasText(settings.admin().password())) {
            create(account, settings.admin().password());
            log.info("Made the first administrator {} with the password from the environment", login);
        } else {
            String password = Secrets.random().substring(0, GENERATED_LENGTH);
            create(account, password);
            // Printed and not logged, since others keep and read the log.
            System.out.printf(
                    "%n  The first administrator: login %s, password %s%n"
                            + "  This is shown once. Change it after the first login.%n%n",
                    login, password);
        }
    }

    private void create(Account account, String password) {
        try {
            accounts.createWithPassword(account, password);
        } catch (UnfitPasswordException e) {
            throw new IllegalStateException(
                    "The password in ROTADESK_ADMIN_PASSWORD (rotadesk.admin.password) cannot be used: it needs at least "
                            + PasswordRules.MINIMUM_LENGTH
                            + " characters, must not be like the login and must not be a common one",
                    e);
        }
    }
}
