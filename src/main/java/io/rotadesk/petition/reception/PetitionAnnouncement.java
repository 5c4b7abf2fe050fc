package io.rotadesk.petition.reception;

import io.rotadesk.platform.input.SafeText;
import java.time.Instant;

/**
 * The data about petitioners before anyone has listened to them.
 *
 * @param petitionerName null or blank only if anonymous; then it is dropped
 * @param petitionerPhone as it was given; null or blank only if anonymous
 * @param groupSize how many came together; still one ticket (P3)
 * @param appointmentAt null for a petitioner who is here now
 * @param matterSummary null if nothing was said
 * @param earlierMatter the number of an earlier matter; null if none was named
 * @param destination where they want to go: {@code town}, {@code county}, {@code above} (P5); null for town
 * @param agreesToMessages whether they agree to be sent messages about their matter
 */
public record PetitionAnnouncement(
        String petitionerName,
        String petitionerPhone,
        boolean anonymous,
        int groupSize,
        Instant appointmentAt,
        String matterSummary,
        String earlierMatter,
        String destination,
        boolean agreesToMessages) {

    public PetitionAnnouncement {
        petitionerName = anonymous ? null : SafeText.orNull(petitionerName);
        petitionerPhone = SafeText.orNull(petitionerPhone);
        matterSummary = SafeText.orNull(matterSummary);
        earlierMatter = SafeText.orNull(earlierMatter);
        destination = SafeText.orNull(destination) == null ? "town" : destination.strip();
    }

    /** The data of petitioners who are sent no messages. */
    public PetitionAnnouncement(
            String petitionerName,
            String petitionerPhone,
            boolean anonymous,
            int groupSize,
            Instant appointmentAt,
            String matterSummary,
            String earlierMatter,
            String destination) {
        this(
                petitionerName,
                petitionerPhone,
                anonymous,
                groupSize,
                appointmentAt,
                matterSummary,
                earlierMatter,
                destination,
                false);
    }
}
