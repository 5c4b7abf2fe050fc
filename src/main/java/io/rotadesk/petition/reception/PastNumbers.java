package io.rotadesk.petition.reception;

import io.rotadesk.engine.Collisions;
import io.rotadesk.engine.Mending;
import io.rotadesk.engine.OneByOne;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.workday.PetitionSettings.Unserved;
import io.rotadesk.petition.workday.PetitionSettingsStore;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of days that are over and that nobody received (P3): the unit closes them, or carries them to today, first in line.
 * Numbers that are just being called or received stay.
 */
@Component
class PastNumbers implements Mending {

    private static final Logger log = LoggerFactory.getLogger(PastNumbers.class);
    private static final int AT_ONCE = 200;

    private final JdbcClient db;
    private final Tickets tickets;
    private final Petitions petitions;
    private final PetitionSettingsStore settings;
    private final Units units;
    private final Collisions collisions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PastNumbers(
            JdbcClient db,
            Tickets tickets,
            Petitions petitions,
            PetitionSettingsStore settings,
            Units units,
            Collisions collisions,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.db = db;
        this.tickets = tickets;
        this.petitions = petitions;
        this.settings = settings;
        this.units = units;
        this.collisions = collisions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public void mend() {
        // The day of the unit that is furthest ahead; each unit's own day is looked at below.
        LocalDate latest = LocalDate.ofInstant(clock.instant(), ZoneOffset.ofHours(14));
        List<Ticket> past = db.sql("""
                        select * from ticket
                        where ended_at is null and day < :latest and state in ('WAITING', 'NOT_THERE')
                        order by day, place_at, number limit :atMost
                        """)
                .param("latest", latest)
                .param("atMost", AT_ONCE)
                .query(tickets.rows())
                .list();
        OneByOne.mend(past.stream().filter(this::isPast).map(Ticket::id).toList(), this::endOfDay);
    }

    private boolean isPast(Ticket ticket) {
        return ticket.standing().day().isBefore(today(ticket));
    }

    private LocalDate today(Ticket ticket) {
        return units.get(ticket.unitId()).clock().day(clock.instant());
    }

    private void endOfDay(TicketId id) {
        String unitId = tickets.get(id).unitId();
        if (settings.of(unitId).unserved() == Unserved.CLOSED) {
            collisions.again(() -> petitions.left(id));
        } else {
            transaction.executeWithoutResult(status -> carry(id));
        }
    }

    private void carry(TicketId id) {
        Ticket ticket = tickets.hold(id);
        boolean stillWaits = ticket.state() == TicketState.WAITING || ticket.state() == TicketState.NOT_THERE;
        if (stillWaits && isPast(ticket)) {
            LocalDate today = today(ticket);
            tickets.save(ticket, ticket.carriedTo(today, tickets.nextNumber(ticket.unitId(), today)));
            log.info(
                    "Number {} of {} is carried to {}",
                    ticket.number(),
                    ticket.standing().day(),
                    today);
        }
    }
}
