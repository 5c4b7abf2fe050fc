package io.rotadesk.web.desk.attachments;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.attachment.Attachment;
import io.rotadesk.petition.attachment.AttachmentId;
import io.rotadesk.petition.attachment.Attachments;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.reception.Tickets;
import io.rotadesk.web.desk.hall.HallAccess;
import io.rotadesk.web.desk.matters.MatterSights;
import org.springframework.stereotype.Component;

/**
 * Decides who sees which attachment: whoever sees its matter, and at the hall where the petitioner came, the person who added it. An
 * id that somebody knows gives no right.
 */
@Component
class AttachmentSights {

    private final Attachments attachments;
    private final Matters matters;
    private final MatterSights sights;
    private final Tickets tickets;
    private final HallAccess hall;

    AttachmentSights(Attachments attachments, Matters matters, MatterSights sights, Tickets tickets, HallAccess hall) {
        this.attachments = attachments;
        this.matters = matters;
        this.sights = sights;
        this.tickets = tickets;
        this.hall = hall;
    }

    /**
     * @throws java.util.NoSuchElementException if there is no such attachment, or it has been removed
     * @throws NotThereException if the person may not see it
     */
    Attachment require(AttachmentId id, SignedInUser user) {
        Attachment attachment = attachments.get(id);
        Matter matter = matters.get(attachment.matterId());
        boolean sees = sights.sees(matter, user) || attachment.addedBy().equals(user.login()) && worksAt(matter, user);
        if (!sees || attachment.isRemoved()) {
            throw new NotThereException("no attachment " + id + " for " + user.login());
        }
        return attachment;
    }

    private boolean worksAt(Matter matter, SignedInUser user) {
        return tickets.ofMatter(matter.id()).stream().anyMatch(ticket -> hall.receives(ticket.unitId(), user));
    }
}
