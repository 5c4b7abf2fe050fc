package io.rotadesk.access;

import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets a request pass if it comes from a phone system of the unit in its path, or from an administrator. */
class PhoneOfUnit implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    @SuppressWarnings("deprecation") // The interface's newer method does not have to be implemented yet.
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        Object principal = who.get().getPrincipal();
        String unit = context.getVariables().get("unit");
        return new AuthorizationDecision(
                principal instanceof PhoneSystem phone && phone.unit().equals(unit)
                        || principal instanceof SignedInUser user && user.is(Role.ADMINISTRATOR));
    }
}
