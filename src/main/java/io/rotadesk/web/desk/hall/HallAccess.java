package io.rotadesk.web.desk.hall;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.petition.reception.Tickets;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Decides who may use the page of a unit's reception hall: its staff and leaders, and administrators. */
@Component
public class HallAccess {

    private final Tickets tickets;

    HallAccess(Tickets tickets) {
        this.tickets = tickets;
    }

    /** @throws AccessDeniedException if the person may not */
    void check(String unitId, SignedInUser user) {
        if (!receives(unitId, user)) {
            throw new AccessDeniedException(user.login() + " does not belong to the reception of " + unitId);
        }
    }

    /** Whether the person may use the page of the unit's hall. */
    public boolean receives(String unitId, SignedInUser user) {
        return user.mayEnter(unitId)
                && Stream.of(Role.PETITION_STAFF, Role.PETITION_LEADER, Role.ADMINISTRATOR)
                        .anyMatch(user::is);
    }

    /** @throws NotThereException if there is no such ticket in a hall that the person may use */
    public Ticket ticket(TicketId id, SignedInUser user) {
        return tickets.find(id)
                .filter(ticket -> receives(ticket.unitId(), user))
                .orElseThrow(() -> new NotThereException("no ticket " + id + " for " + user.login()));
    }
}
