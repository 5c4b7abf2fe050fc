package io.rotadesk.petition.reception;

import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks an announcement before it becomes a ticket (P2, P3); each refusal names its field. */
@Component
class AnnouncementRules {

    static final int LARGEST_GROUP = 5000;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_SUMMARY = 1000;
    private static final Set<String> DESTINATIONS = Set.of("town", "county", "above");

    /** Digits, spaces, hyphens and brackets; a country code; an extension. Chinese and foreign numbers alike. */
    private static final Pattern PHONE =
            Pattern.compile("\\+?[(（]?[0-9](?:[()（） -]{0,3}[0-9]){4,19}(?:(?:转|x|ext\\.?)\\s*[0-9]{1,8})?");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Units units;
    private final Matters matters;
    private final FreeTimes freeTimes;
    private final Clock clock;

    AnnouncementRules(Units units, Matters matters, FreeTimes freeTimes, Clock clock) {
        this.units = units;
        this.matters = matters;
        this.freeTimes = freeTimes;
        this.clock = clock;
    }

    /** @throws PetitionRefusal naming the first invalid field */
    void check(TicketId ticketId, String unitId, PetitionAnnouncement announced) {
        require(ID.matcher(ticketId.value()).matches(), "ticketId", "ticketId.bad");
        require(
                units.find(unitId)
                        .filter(unit -> unit.kind() == UnitKind.PETITION)
                        .isPresent(),
                "unitId",
                "unitId.noReceptionPoint",
                unitId);
        require(
                announced.anonymous() || announced.petitionerName() != null,
                "petitionerName",
                "petitionerName.missing");
        require(shorter(announced.petitionerName(), LONGEST_NAME), "petitionerName", "tooLong", LONGEST_NAME);
        require(
                announced.petitionerPhone() == null
                        || PHONE.matcher(announced.petitionerPhone()).matches(),
                "petitionerPhone",
                "petitionerPhone.bad");
        require(
                announced.groupSize() >= 1 && announced.groupSize() <= LARGEST_GROUP,
                "groupSize",
                "groupSize.bad",
                LARGEST_GROUP);
        require(shorter(announced.matterSummary(), LONGEST_SUMMARY), "matterSummary", "tooLong", LONGEST_SUMMARY);
        require(
                announced.earlierMatter() == null
                        || matters.named(unitId, announced.earlierMatter(), announced.petitionerPhone())
                                .isPresent(),
                "earlierMatter",
                "earlierMatter.unknown");
        require(DESTINATIONS.contains(announced.destination()), "destination", "destination.bad");
    }

    /**
     * Checks the time of an appointment that is new or moved; whoever asks holds its day.
     *
     * @param except the ticket whose appointment it is
     * @throws PetitionRefusal if it is past, or not possible
     */
    void appointment(String unitId, Instant at, TicketId except) {
        require(!at.isBefore(clock.instant()), "appointmentAt", "appointmentAt.past");
        freeTimes.check(unitId, at, except);
    }

    private static boolean shorter(String text, int longest) {
        return text == null || text.length() <= longest;
    }

    private static void require(boolean fulfilled, String field, String key, Object... arguments) {
        if (!fulfilled) {
            throw new PetitionRefusal(field, key, arguments);
        }
    }
}
