package io.rotadesk.web.desk;

import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.platform.trouble.Troubles;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides who sees troubles with processes: leaders of the unit, process owners and administrators. */
@Component
public class TroubleSight {

    private static final Set<Role> TOLD =
            Set.of(Role.MANAGER, Role.DEPUTY, Role.PETITION_LEADER, Role.PROCESS_OWNER, Role.ADMINISTRATOR);

    private final Troubles troubles;

    TroubleSight(Troubles troubles) {
        this.troubles = troubles;
    }

    public static boolean sees(SignedInUser user) {
        return TOLD.stream().anyMatch(user::is);
    }

    /** @return the number of open troubles of the unit; 0 for somebody who may not know */
    int count(SignedInUser user, String unitId) {
        return sees(user) ? troubles.count(unitId) : 0;
    }
}
