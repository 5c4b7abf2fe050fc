package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages for logging in, for a first password by invitation, and for changing the password. */
@Controller
class AccountPages {

    static final String LOGIN = "/login";
    static final String PASSWORD = "/account/password";
    static final String INVITATION = "/account/invitation";
    private static final String DESK = "/desk";

    private final Accounts accounts;
    private final AccountStates states;
    private final Invitations invitations;
    private final AccessSettings settings;

    AccountPages(Accounts accounts, AccountStates states, Invitations invitations, AccessSettings settings) {
        this.accounts = accounts;
        this.states = states;
        this.invitations = invitations;
        this.settings = settings;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + DESK;
    }

    @GetMapping(LOGIN)
    String login(Model page) {
        page.addAttribute("demo", settings.demo());
        return "access/login";
    }

    @GetMapping(PASSWORD)
    String password(@AuthenticationPrincipal SignedInUser user, Model page) {
        page.addAttribute("first", states.of(user.login()).mustChangePassword());
        return "access/password";
    }

    @PostMapping(PASSWORD)
    String changePassword(
            @AuthenticationPrincipal SignedInUser user,
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String repeated,
            HttpServletRequest request,
            Model page) {
        String wrong = null;
        try {
            if (!wanted.equals(repeated)) {
                wrong = "access.password.differ";
            } else {
                var epoch = accounts.changeOwnPassword(user.login(), current, wanted);
                epoch.ifPresent(now -> goOnAs(user.withEpoch(now), request));
                wrong = epoch.isPresent() ? null : "access.password.wrong";
            }
        } catch (UnfitPasswordException e) {
            wrong = e.getMessage();
        }
        if (wrong == null) {
            return "redirect:/";
        }
        page.addAttribute("wrong", wrong);
        return password(user, page);
    }

    @GetMapping(INVITATION + "/{token}")
    String invitation(@PathVariable String token, Model page) {
        page.addAttribute("login", invitations.loginOf(token).orElse(null));
        return "access/invitation";
    }

    @PostMapping(INVITATION + "/{token}")
    String acceptInvitation(
            @PathVariable String token, @RequestParam String wanted, @RequestParam String repeated, Model page) {
        String wrong = null;
        try {
            if (!wanted.equals(repeated)) {
                wrong = "access.password.differ";
            } else if (accounts.acceptInvitation(token, wanted)) {
                return "redirect:" + LOGIN + "?welcome";
            }
        } catch (UnfitPasswordException e) {
            wrong = e.getMessage();
        }
        page.addAttribute("wrong", wrong);
        return invitation(token, page);
    }

    /** The new password ended all sessions of the account; the session that set it continues. */
    private static void goOnAs(SignedInUser user, HttpServletRequest request) {
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, user.authorities()));
        SecurityContextHolder.setContext(context);
        request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
    }
}
