package io.rotadesk.web.desk.attachments;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperRights;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.petition.reception.Ticket;
import io.rotadesk.web.desk.hall.HallAccess;
import io.rotadesk.web.desk.matters.AttachmentCards;
import io.rotadesk.web.desk.matters.MatterSights;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * The pages with attachments. Leaders of a matter's unit and the responsible person add to a matter, and the author of a paper to that;
 * at the hall, its staff add to what is being registered, until the ticket is over.
 */
@Component
class Spots {

    private final Matters matters;
    private final MatterSights sights;
    private final Papers papers;
    private final PaperRights rights;
    private final HallAccess hall;
    private final AttachmentCards cards;

    Spots(
            Matters matters,
            MatterSights sights,
            Papers papers,
            PaperRights rights,
            HallAccess hall,
            AttachmentCards cards) {
        this.matters = matters;
        this.sights = sights;
        this.papers = papers;
        this.rights = rights;
        this.hall = hall;
        this.cards = cards;
    }

    /** @throws io.rotadesk.access.NotThereException if the person may not look into the matter */
    Spot matter(MatterId id, SignedInUser user, Locale locale) {
        Matter matter = sights.seen(id, user);
        return new Spot(matter, null, "/desk/matters/" + id, () -> cards.of(matter, user, locale));
    }

    /** @throws io.rotadesk.access.NotThereException if the person may not look into the paper's matter */
    Spot paper(PaperId id, SignedInUser user, Locale locale) {
        Paper paper = papers.get(id);
        Matter matter = sights.seen(paper.matterId(), user);
        boolean adds = rights.edits(paper, matter, user.login()) || sights.decides(matter, user);
        return new Spot(matter, id, "/desk/papers/" + id, () -> cards.of(paper, matter, adds, user, locale));
    }

    /** @throws io.rotadesk.access.NotThereException if the person may not use the hall of the ticket */
    Spot ticket(TicketId id, SignedInUser user, Locale locale) {
        Ticket ticket = hall.ticket(id, user);
        Matter matter = matters.get(ticket.matterId());
        boolean adds = !ticket.state().isOver() || sights.decides(matter, user);
        return new Spot(
                matter, null, "/desk/hall/" + id + "/attachments", () -> cards.of(id, matter, adds, user, locale));
    }
}
