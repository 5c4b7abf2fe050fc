package io.rotadesk.access;

import java.io.Serializable;
import java.security.Principal;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A phone system that called the REST API with its token.
 *
 * @param name the name given to the token when it was created
 * @param unit the only unit that it may speak for
 */
public record PhoneSystem(long tokenId, String name, String unit)
        implements AuthenticatedPrincipal, Principal, Serializable {

    static final String AUTHORITY = "ROLE_PHONE";

    @Override
    public String getName() {
        return "phone:" + name;
    }
}
