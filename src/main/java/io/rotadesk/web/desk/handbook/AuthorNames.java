package io.rotadesk.web.desk.handbook;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.handbook.Version;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The names of authors, as colleagues know them. */
@Component
class AuthorNames {

    private final Accounts accounts;
    private final MessageSource messages;

    AuthorNames(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    String of(Version version, Locale locale) {
        return version.author().equals(Version.SHIPPED)
                ? messages.getMessage("desk.handbook.shipped", null, locale)
                : accounts.find(version.author()).map(SignedInUser::displayName).orElse(version.author());
    }
}
