package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.customer.PastContact;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Evidence;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The evidence of a dispute in lines that the manager reads in the task. */
@Component
class DisputeWording extends Words {

    private static final int NOTE = 120;

    private final Agents agents;
    private final Units units;

    DisputeWording(Agents agents, Units units, @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/dispute");
        this.agents = agents;
        this.units = units;
    }

    /** A sentence with formatting, in which the arguments stand as they were written. */
    String markdown(String key, Object... arguments) {
        return get(key, FormMarkdown.arguments(arguments));
    }

    String line(Dispute dispute, Evidence.Item item) {
        String contact = get(
                "dispute.contact." + item.contact().kind(),
                at(dispute, item.contact().at()));
        return Stream.of(
                        contact,
                        arrival(dispute, item),
                        calledBack(dispute, item),
                        note(item.contact().note()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(get("dispute.and")));
    }

    /** @param login null if nobody took it */
    String by(String login, String line) {
        return get("dispute.by", login == null ? get("dispute.byNobody") : name(login), line);
    }

    private String calledBack(Dispute dispute, Evidence.Item item) {
        PastContact.CalledBack back = item.contact().calledBack();
        return back == null ? "" : get("dispute.calledBack." + back.outcome(), at(dispute, back.at()), back.tries());
    }

    private String arrival(Dispute dispute, Evidence.Item item) {
        if (item.arrival() == null || item.arrival().agent() == null) {
            return get("dispute.arrival.nobodys");
        }
        return get(
                item.validThen() ? "dispute.arrival.valid" : "dispute.arrival.lapsed",
                name(item.arrival().agent()),
                at(dispute, item.arrival().lastContactAt()));
    }

    String line(Dispute dispute, FollowUp followUp) {
        String outcome = get("dispute.followUp." + (followUp.outcome() == null ? "OPEN" : followUp.outcome()));
        return get("dispute.followUp", at(dispute, followUp.openedAt()), outcome)
                + (followUp.remarks() == null ? "" : get("dispute.and") + note(followUp.remarks()));
    }

    String line(Dispute dispute, AgentPeriod period) {
        String began = get("dispute.reason." + period.began());
        return period.until() == null
                ? get("dispute.period.open", name(period.agent()), at(dispute, period.since()), began)
                : get(
                        "dispute.period",
                        name(period.agent()),
                        at(dispute, period.since()),
                        began,
                        at(dispute, period.until()),
                        get("dispute.reason." + period.ended()));
    }

    String name(String login) {
        return agents.name(login);
    }

    String at(Dispute dispute, Instant instant) {
        return instant == null ? "—" : units.get(dispute.unitId()).clock().dayAndTime(instant);
    }

    private static String note(String note) {
        String line = note == null ? "" : note.replaceAll("\\s+", " ").strip();
        return line.length() > NOTE ? line.substring(0, NOTE) + "…" : line;
    }
}
