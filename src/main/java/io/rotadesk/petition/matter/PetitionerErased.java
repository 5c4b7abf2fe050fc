package io.rotadesk.petition.matter;

import java.util.List;

/**
 * Published in the transaction in which a petitioner is erased: every module deletes its data about the person.
 *
 * @param rootUnitId the top of the tree in which they are erased
 * @param matterIds all their matters
 * @param ticketIds the tickets with which these began
 * @param phone E.164, or as it was written; null if none was known
 */
public record PetitionerErased(String rootUnitId, List<MatterId> matterIds, List<TicketId> ticketIds, String phone) {}
