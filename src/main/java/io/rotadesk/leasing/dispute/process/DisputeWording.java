package io.rotadesk.leasing.dispute.process;

import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.FollowUp;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Evidence;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The evidence of a dispute in lines that the manager reads in the task. */
@Component
class DisputeWording {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final int NOTE = 120;

    private final Agents agents;
    private final Units units;
    private final DisputeTexts texts;

    DisputeWording(Agents agents, Units units, DisputeTexts texts) {
        this.agents = agents;
        this.units = units;
        this.texts = texts;
    }

    String line(Dispute dispute, Evidence.Item item) {
        String contact = texts.get(
                "dispute.contact." + item.contact().kind(),
                at(dispute, item.contact().at()));
        return Stream.of(contact, arrival(dispute, item), note(item.contact().note()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(texts.get("dispute.and")));
    }

    /** @param login null when nobody took it */
    String by(String login, String line) {
        return texts.get("dispute.by", login == null ? texts.get("dispute.byNobody") : name(login), line);
    }

    private String arrival(Dispute dispute, Evidence.Item item) {
        if (item.arrival() == null || item.arrival().agent() == null) {
            return texts.get("dispute.arrival.nobodys");
        }
        return texts.get(
                item.validThen() ? "dispute.arrival.valid" : "dispute.arrival.lapsed",
                name(item.arrival().agent()),
                at(dispute, item.arrival().lastContactAt()));
    }

    String line(Dispute dispute, FollowUp followUp) {
        String outcome = texts.get("dispute.followUp." + (followUp.outcome() == null ? "OPEN" : followUp.outcome()));
        return texts.get("dispute.followUp", at(dispute, followUp.openedAt()), outcome)
                + (followUp.remarks() == null ? "" : texts.get("dispute.and") + note(followUp.remarks()));
    }

    String line(Dispute dispute, AgentPeriod period) {
        String began = texts.get("dispute.reason." + period.began());
        return period.until() == null
                ? texts.get("dispute.period.open", name(period.agent()), at(dispute, period.since()), began)
                : texts.get(
                        "dispute.period",
                        name(period.agent()),
                        at(dispute, period.since()),
                        began,
                        at(dispute, period.until()),
                        texts.get("dispute.reason." + period.ended()));
    }

    String name(String login) {
        return agents.find(login).map(Agent::name).orElse(login);
    }

    String at(Dispute dispute, Instant instant) {
        return instant == null
                ? "—"
                : DAY_AND_TIME.format(
                        instant.atZone(units.get(dispute.unitId()).settings().zone()));
    }

    private static String note(String note) {
        String line = note == null ? "" : note.replaceAll("\\s+", " ").strip();
        return line.length() > NOTE ? line.substring(0, NOTE) + "…" : line;
    }
}
