package io.rotadesk.petition.matter;

/**
 * The data at the registration of a petitioner. Everything but the unit and the ticket may be null.
 *
 * @param openedBy the login of the person who registers; null for petitioners who announced themselves
 * @param groupSize how many came together; less than 1 counts as 1
 * @param earlierMatter the number of an earlier matter, as typed; an unknown one is left out
 * @param destination {@code town}, {@code county}, {@code above}
 * @param agreesToMessages whether they agree to be sent messages about it
 */
public record NewMatter(
        String unitId,
        TicketId ticketId,
        String openedBy,
        String petitionerName,
        String petitionerPhone,
        boolean anonymous,
        int groupSize,
        String summary,
        String earlierMatter,
        String destination,
        boolean agreesToMessages) {

    /** The data of a petitioner who is sent no messages. */
    public NewMatter(
            String unitId,
            TicketId ticketId,
            String openedBy,
            String petitionerName,
            String petitionerPhone,
            boolean anonymous,
            int groupSize,
            String summary,
            String earlierMatter,
            String destination) {
        this(
                unitId,
                ticketId,
                openedBy,
                petitionerName,
                petitionerPhone,
                anonymous,
                groupSize,
                summary,
                earlierMatter,
                destination,
                false);
    }
}
