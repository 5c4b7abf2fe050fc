package io.rotadesk.web.desk.attachments;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.web.desk.matters.AttachmentCard;
import java.util.function.Supplier;

/**
 * A page with attachments, for the person who uses it.
 *
 * @param paperId the paper to which files are added there; null for none
 * @param page its address
 * @param card reads its attachments as they are now
 */
record Spot(Matter matter, PaperId paperId, String page, Supplier<AttachmentCard> card) {}
