package io.rotadesk.access;

/** A password that breaks a rule; the message names the rule by its key in the bundle {@code i18n/access}. */
public class UnfitPasswordException extends IllegalArgumentException {

    UnfitPasswordException(String rule) {
        super(rule);
    }
}
