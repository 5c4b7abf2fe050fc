package io.rotadesk.web.api.setup;

import io.rotadesk.access.AccountStatus;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.PublicAddress;
import io.rotadesk.access.UnfitPasswordException;
import io.rotadesk.platform.input.BadField;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gives people's accounts their first passwords, for administrators (docs/api.md). */
@Tag(name = "Accounts")
@RestController
@RequestMapping("/api/accounts/{login}")
@PreAuthorize("@unitAccess.isAdministrator()")
class AccountController {

    private final Accounts accounts;
    private final MessageSource messages;
    private final PublicAddress address;

    AccountController(Accounts accounts, MessageSource messages, PublicAddress address) {
        this.accounts = accounts;
        this.address = address;
        this.messages = messages;
    }

    /** Answers with a link that works once and lets the person choose a password; earlier links stop working. */
    @Operation(summary = "A link that works once, with which the person chooses a password")
    @PostMapping("/invitation")
    @ResponseStatus(HttpStatus.CREATED)
    Invitation invite(@PathVariable String login) {
        if (accounts.statuses(List.of(login)).getOrDefault(login, AccountStatus.CLOSED) == AccountStatus.CLOSED) {
            throw new NoSuchElementException("no open account '" + login + "'");
        }
        String link = address.link(accounts.invite(login));
        return new Invitation(login, link);
    }

    /** Sets a password, which the person must change at the first login. */
    @Operation(summary = "Sets a password that must be changed at the first login")
    @PutMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable String login, @Valid @RequestBody NewPassword sent, Locale locale) {
        requireAccount(login);
        try {
            accounts.setPassword(login, sent.password());
        } catch (UnfitPasswordException unfit) {
            String rule = messages.getMessage(unfit.getMessage(), null, locale);
            throw new BadFieldsException(List.of(new BadField("password", rule)));
        }
    }

    private void requireAccount(String login) {
        if (accounts.find(login).isEmpty()) {
            throw new NoSuchElementException("no account '" + login + "'");
        }
    }

    record Invitation(String login, String link) {}

    record NewPassword(@NotBlank String password) {

        @Override
        public String toString() {
            return "NewPassword";
        }
    }
}
