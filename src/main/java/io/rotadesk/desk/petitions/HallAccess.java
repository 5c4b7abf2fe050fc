package io.rotadesk.desk.petitions;

import io.rotadesk.access.DeskUser;
import io.rotadesk.access.Role;
import io.rotadesk.petition.Ticket;
import io.rotadesk.petition.Tickets;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may stand in a unit's reception hall: its staff and leaders, and administrators. */
@Component
class HallAccess {

    private final Tickets tickets;

    HallAccess(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @throws AccessDeniedException when the person may not */
    void check(String unitId, DeskUser user) {
        boolean receives = Stream.of(Role.PETITION_STAFF, Role.PETITION_LEADER, Role.ADMINISTRATOR)
                .anyMatch(user::is);
        if (!receives || !user.mayEnter(unitId)) {
            throw new AccessDeniedException(user.login() + " does not belong to the reception of " + unitId);
        }
    }

    /**
     * @throws NoSuchElementException if there is no such ticket
     * @throws AccessDeniedException when it is another unit's
     */
    Ticket ticket(String id, DeskUser user) {
        Ticket ticket = tickets.get(id);
        check(ticket.unitId(), user);
        return ticket;
    }
}
