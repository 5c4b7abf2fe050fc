package io.rotadesk.petition.reception;

import io.rotadesk.engine.Mending;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.ModelFailedException;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.engine.RunningInstances;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.EngagedWithNothing;
import io.rotadesk.staff.rota.Rota;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deals with tickets whose process is gone, whatever removed it. Nobody stays busy with them. A petitioner to whom
 * nobody has listened yet is in line again at the old place, once; after that the ticket is closed and says so. An open
 * matter ends by the procedure only: it goes to its responsible person again, however often its process is removed.
 */
@Service
public class PetitionsWithoutProcess implements Mending {

    /** The id of the process in its model. */
    public static final String PROCESS = PetitionReception.PROCESS;

    private static final Logger log = LoggerFactory.getLogger(PetitionsWithoutProcess.class);
    private static final int AT_ONCE = 200;

    private static final String LOST =
            " from ticket t where t.guided and t.ended_at is null and t.number is not null and "
                    + RunningInstances.none(PROCESS, "t.id");

    /** The ticket of an open matter, none of whose tickets has a process. */
    private static final String LOST_MATTER = """
            from matter m join ticket t on t.id = m.ticket_id
            where m.state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE') and t.guided and t.state = 'DONE'
              and not exists (select from ticket o where o.matter_id = m.id and not (""" + RunningInstances.none(PROCESS, "o.id") + "))";

    private static final String NOTHING_BEHIND = """
            select e.id from unnest(:contacts) e (id)
            where not exists (select from ticket t where t.id = e.id and t.ended_at is null)
            """;

    private static final String TO_RESUME = """
            from ticket t
            where not t.guided and t.number is not null and (t.state in ('EXPECTED', 'ARRIVED', 'CALLED')
              or t.state = 'DONE' and exists (select from matter m where m.id = t.matter_id
                   and m.state in ('RECEIVED', 'PLANNED', 'ALERTED', 'ON_SCENE')))
            """;

    private final JdbcClient db;
    private final Tickets tickets;
    private final Matters matters;
    private final MatterReceptions receptions;
    private final Rota rota;
    private final PetitionProcess process;
    private final EngagedWithNothing engaged;
    private final Troubles troubles;
    private final MendingSweep sweep;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PetitionsWithoutProcess(
            JdbcClient db,
            Tickets tickets,
            Matters matters,
            MatterReceptions receptions,
            Rota rota,
            PetitionProcess process,
            EngagedWithNothing engaged,
            Troubles troubles,
            MendingSweep sweep,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.matters = matters;
        this.receptions = receptions;
        this.rota = rota;
        this.process = process;
        this.engaged = engaged;
        this.troubles = troubles;
        this.sweep = sweep;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Handles the removal of a ticket's process, in the transaction of the removal. The ticket itself may be gone too.
     */
    public void removed(TicketId ticketId) {
        rota.finished(ticketId.contact());
        tickets.find(ticketId).ifPresent(this::removed);
    }

    private void removed(Ticket seen) {
        Ticket ticket = tickets.hold(seen.id());
        if (!ticket.guided()) {
            // Of what a reception calls and of the reception itself the first has told it already.
            return;
        }
        boolean open = matters.get(ticket.matterId()).isOpen();
        if (ticket.state() == TicketState.RECEIVED && open) {
            // Somebody has listened already; the matter was about to be settled on the spot.
            ticket = tickets.save(ticket, ticket.heard(clock.instant()));
        }
        if (ticket.state() == TicketState.DONE ? !open : ticket.state().isOver()) {
            return;
        }
        Ticket removed = tickets.save(ticket, ticket.processRemoved(clock.instant()));
        if (removed.state() == TicketState.ABANDONED) {
            receptions.notReceived(ticket.matterId(), TicketState.ABANDONED.name());
        }
        troubles.note(
                ticket.unitId(), PROCESS, null, TroubleKind.REMOVED, ticket.id().value());
        sweep.lookAfterCommit(this);
    }

    @Override
    public void mend() {
        OneByOne.mend(ids(LOST), id -> lost(id, LOST));
        OneByOne.mend(ids(LOST_MATTER), id -> lost(id, LOST_MATTER));
        OneByOne.mend(ids(TO_RESUME), this::resume);
        engaged.free(Contact.Kind.TICKET, PROCESS, NOTHING_BEHIND);
    }

    private void lost(TicketId id, String which) {
        transaction.executeWithoutResult(status -> {
            // The row is now locked and checked again, since another transaction may just have changed it.
            tickets.hold(id);
            if (isStill(id, which)) {
                log.warn("The process of ticket {} is gone", id);
                removed(id);
            }
        });
    }

    /** @throws ModelFailedException if the model still fails */
    private void resume(TicketId id) {
        transaction.executeWithoutResult(status -> {
            Ticket held = tickets.hold(id);
            if (isStill(id, TO_RESUME)) {
                Ticket ticket = tickets.save(held, held.guidedAgain());
                process.resume(ticket, matters.get(ticket.matterId()));
                if (isStill(id, LOST)) {
                    throw ModelFailedException.withoutEffect(PROCESS);
                }
                log.info("Ticket {} has a process again", id);
            }
        });
    }

    private List<TicketId> ids(String which) {
        return db
                .sql("select t.id " + which + " order by t.registered_at desc limit " + AT_ONCE)
                .query(String.class)
                .list()
                .stream()
                .map(TicketId::new)
                .toList();
    }

    private boolean isStill(TicketId id, String which) {
        return db.sql("select exists (select " + which + " and t.id = :id)")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }
}
