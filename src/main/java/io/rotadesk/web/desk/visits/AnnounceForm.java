package io.rotadesk.web.desk.visits;

import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A visitor as somebody at the reception types them in; the same fields as {@code announce-visitor.form}.
 *
 * @param once an id made with the page, so that pressing the button twice announces one visitor; null if there is none
 * @param day with {@code time}, in the unit's zone; both empty for a visitor who is here now
 * @param namedAgent a login
 * @param nameless whether the person was asked, and announces somebody without name and number
 */
record AnnounceForm(
        UUID once,
        String visitorName,
        String visitorPhone,
        Integer partySize,
        String company,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
        @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) LocalTime time,
        String meetingPoint,
        String namedAgent,
        String purpose,
        Boolean nameless) {

    private static final Set<String> PURPOSES = Set.of(Visit.VIEWING, Visit.MARKET_SURVEY, Visit.OTHER);
    /** As in {@code announce-visitor.form}. */
    private static final String NUMBER = "((\\+86[ \\-]*)?(1([3-9][ \\-]*[0-9]|0)([ \\-]*[0-9]){8}"
            + "|1[0-2][0-9][0-9][0-9]|(\\([0-9]+\\)[ \\-]*)?[02-9]([ \\-]*[0-9]){4,15})"
            + "|\\+([1-79]|8[0-57-9])[0-9]?[0-9]?[ \\-]*(\\([0-9]+\\)[ \\-]*)?[0-9]([ \\-]*[0-9]){4,15})((x|#)[0-9]+)?";

    private static final int LARGEST_PARTY = 999;

    static AnnounceForm empty() {
        return new AnnounceForm(UUID.randomUUID(), null, null, 1, null, null, null, null, null, Visit.VIEWING, null);
    }

    /** @return the message keys of the mistakes, by field */
    Map<String, String> mistakes(ZoneId zone, Instant now) {
        Map<String, String> wrong = new LinkedHashMap<>();
        if (purpose == null || !PURPOSES.contains(purpose)) {
            wrong.put("purpose", "desk.reception.wrong.purpose");
        }
        if (visitorPhone != null
                && !visitorPhone.isBlank()
                && !visitorPhone.strip().matches(NUMBER)) {
            wrong.put("visitorPhone", "desk.reception.wrong.phone");
        }
        if (partySize != null && (partySize < 1 || partySize > LARGEST_PARTY)) {
            wrong.put("partySize", "desk.reception.wrong.party");
        }
        if ((day == null) != (time == null)) {
            wrong.put("time", "desk.reception.wrong.incomplete");
        } else if (day != null && at(zone).isBefore(now)) {
            wrong.put("time", "desk.reception.wrong.past");
        }
        return wrong;
    }

    /** Whether it says nothing of the visitor and nobody was asked if that is meant. */
    boolean isToBeAsked() {
        return !Boolean.TRUE.equals(nameless) && isBlank(visitorName) && isBlank(visitorPhone) && isBlank(company);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    VisitKey key(String unitId) {
        return once == null ? VisitKey.newByHand(unitId) : VisitKey.byHand(unitId, once);
    }

    Announcement announcement(ZoneId zone) {
        return new Announcement(
                visitorName,
                visitorPhone,
                partySize == null ? 1 : partySize,
                company,
                day == null ? null : at(zone),
                meetingPoint,
                namedAgent,
                purpose);
    }

    private Instant at(ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }
}
