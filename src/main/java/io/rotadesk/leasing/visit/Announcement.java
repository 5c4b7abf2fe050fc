package io.rotadesk.leasing.visit;

import io.rotadesk.platform.input.SafeText;
import java.time.Instant;

/**
 * The data about a visitor before anyone has spoken with them. Everything but the purpose may be null or blank.
 *
 * @param visitorPhone as it was given
 * @param partySize how many come together; still one turn (L3.1)
 * @param appointmentAt null for a visitor who is here now
 * @param meetingPoint null for the unit's usual one (L3.2a)
 * @param namedAgent a login, or a name as it was given
 * @param purpose {@link Visit#VIEWING}, {@link Visit#MARKET_SURVEY} or {@link Visit#OTHER}
 */
public record Announcement(
        String visitorName,
        String visitorPhone,
        int partySize,
        String company,
        Instant appointmentAt,
        String meetingPoint,
        String namedAgent,
        String purpose) {

    public Announcement {
        visitorName = SafeText.orNull(visitorName);
        visitorPhone = SafeText.orNull(visitorPhone);
        partySize = Math.max(1, partySize);
        company = SafeText.orNull(company);
        meetingPoint = SafeText.orNull(meetingPoint);
        namedAgent = SafeText.orNull(namedAgent);
        purpose = SafeText.orNull(purpose) == null ? Visit.VIEWING : purpose;
    }
}
