package io.rotadesk.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param demo whether demo accounts and their short passwords are allowed; see {@link DemoMode} for the default
 * @param locale the language of the installation
 * @param admin the first administrator, created when there is none
 * @param invitationValidity how long a link for a first password is valid
 */
@ConfigurationProperties("rotadesk")
record AccessSettings(
        @DefaultValue("false") boolean demo,
        @DefaultValue("zh") String locale,
        @DefaultValue FirstAdmin admin,
        @DefaultValue("7d") Duration invitationValidity) {

    /** @param password null to have one generated and printed once */
    record FirstAdmin(@DefaultValue("admin") String login, String password) {

        @Override
        public String toString() {
            return "FirstAdmin[" + login + "]";
        }
    }

    Language language() {
        return Language.of(locale);
    }
}
