package io.rotadesk.leasing.dispute.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.leasing.customer.AgentPeriod;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.dispute.ClaimResult;
import io.rotadesk.leasing.dispute.Dispute;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import io.rotadesk.leasing.dispute.DisputeEvidence;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** What the forms of {@code ownership-dispute.bpmn} show, and its times and people: the bean {@code disputes} of models. */
@ModelBean("disputes")
public class DisputeForms extends DisputeFormsOfEarlierVersions {

    /** The limit for a task; the dispute's page shows everything. */
    private static final int LINES = 8;

    private static final Map<String, Outcome> OUTCOMES =
            Map.of("owner", Outcome.OWNER, "claimant", Outcome.CLAIMANT, "nobody", Outcome.NOBODY);

    private final Disputes disputes;
    private final DisputeEvidence evidence;
    private final Units units;
    private final DisputeWording wording;

    DisputeForms(Disputes disputes, DisputeEvidence evidence, Units units, DisputeWording wording) {
        this.disputes = disputes;
        this.evidence = evidence;
        this.units = units;
        this.wording = wording;
    }

    static Outcome outcome(String code) {
        Outcome outcome = OUTCOMES.get(code);
        if (outcome == null) {
            throw new IllegalArgumentException("No decision about a customer is called '" + code + "'");
        }
        return outcome;
    }

    /** The reason why a claim was refused, in words. */
    String refusal(ClaimResult claim) {
        String details = claim.details().stream()
                .map(wording::name)
                .collect(Collectors.joining(wording.toReader("dispute.and")));
        return wording.toReader("dispute.refused." + claim.refusal(), details);
    }

    public Date statementDue(String disputeId) {
        return Date.from(disputes.statementDue(get(disputeId)));
    }

    public Date decisionDue(String disputeId) {
        return Date.from(disputes.decisionDue(get(disputeId)));
    }

    public Date overdueAt(String disputeId) {
        return Date.from(disputes.overdueAt(get(disputeId)));
    }

    /**
     * The deciders, as {@code camunda:candidateUsers} takes them: the managers, else the deputies; nobody decides their
     * own case.
     */
    public String deciders(String disputeId) {
        Dispute dispute = get(disputeId);
        Unit unit = units.get(dispute.unitId());
        return Stream.of(unit.managers(), unit.deputies())
                .map(logins -> logins.stream()
                        .filter(login -> !dispute.concerns(login))
                        .toList())
                .filter(logins -> !logins.isEmpty())
                .findFirst()
                .map(logins -> String.join(",", logins))
                .orElseGet(() -> String.join(",", unit.managers()));
    }

    /** The two parties, who are told the decision. */
    public List<String> readers(String disputeId) {
        Dispute dispute = get(disputeId);
        return Stream.of(dispute.claimant(), dispute.owner()).distinct().toList();
    }

    @Override
    public DisputeViews.GiveStatement giveStatement(String disputeId) {
        Dispute dispute = get(disputeId);
        return new DisputeViews.GiveStatement(
                () -> customerLine(dispute), claimLine(dispute), () -> historyLines(dispute), pageLine(dispute));
    }

    @Override
    public DisputeViews.DecideOwnership decideOwnership(String disputeId) {
        Dispute dispute = get(disputeId);
        return new DisputeViews.DecideOwnership(
                () -> customerLine(dispute),
                claimLine(dispute),
                ownerStatement(dispute),
                () -> historyLines(dispute),
                () -> claimantLines(dispute),
                () -> ownerLines(dispute),
                () -> othersLines(dispute),
                pageLine(dispute),
                () -> decisionOptions(dispute));
    }

    @Override
    public DisputeViews.ReadDecision readDecision(String disputeId) {
        Dispute dispute = get(disputeId);
        return new DisputeViews.ReadDecision(() -> customerLine(dispute), decisionLines(dispute), pageLine(dispute));
    }

    /** The customer's name and how to reach them. */
    private String customerLine(Dispute dispute) {
        return evidence.of(dispute)
                .map(found -> Stream.concat(
                                Stream.of(nameOf(found.customer())),
                                found.phones().stream().map(PhoneNumbers::readable))
                        .collect(Collectors.joining("　")))
                .orElseGet(() -> wording.get("dispute.erased"));
    }

    /** The claimant, the time of the claim, and the reason. */
    private FormMarkdown claimLine(Dispute dispute) {
        return FormMarkdown.of(wording.markdown(
                        "dispute.claim", wording.name(dispute.claimant()), wording.at(dispute, dispute.openedAt()))
                + "\n\n" + FormMarkdown.text(dispute.reason()));
    }

    /** The owner's statement, or that there is none yet. */
    private FormMarkdown ownerStatement(Dispute dispute) {
        return FormMarkdown.of(
                dispute.statement() == null
                        ? wording.markdown(
                                "dispute.noStatement",
                                wording.name(dispute.owner()),
                                wording.at(dispute, disputes.statementDue(dispute)))
                        : wording.markdown(
                                        "dispute.statement",
                                        wording.name(dispute.statedBy()),
                                        wording.at(dispute, dispute.statedAt()))
                                + "\n\n" + FormMarkdown.text(dispute.statement()));
    }

    /** The customer's agents, from when to when and why, and the present end of validity. */
    private FormMarkdown historyLines(Dispute dispute) {
        return evidence.of(dispute)
                .map(found -> {
                    List<String> lines = new ArrayList<>();
                    last(found.history()).forEach(period -> lines.add(wording.line(dispute, period)));
                    lines.add(wording.get("dispute.validThen", wording.at(dispute, dispute.validUntil())));
                    lines.add(wording.get(
                            "dispute.validNow",
                            wording.at(dispute, found.customer().validUntil())));
                    return list(lines);
                })
                .orElse(FormMarkdown.of(""));
    }

    /** The claimant's calls, visits and follow-ups, with what was known when each began. */
    private FormMarkdown claimantLines(Dispute dispute) {
        return contactsOf(dispute, Dispute::claimant);
    }

    /** The same for the customer's agent. */
    private FormMarkdown ownerLines(Dispute dispute) {
        return contactsOf(dispute, Dispute::owner);
    }

    /** The same for everybody else, with names: a helper who received, a colleague who covered. */
    private FormMarkdown othersLines(Dispute dispute) {
        return evidence.of(dispute)
                .map(found -> lines(
                        found.contactsOfOthers(dispute.claimant(), dispute.owner()).stream()
                                .map(item -> wording.by(item.contact().agent(), wording.line(dispute, item))),
                        found.followUpsOfOthers(dispute.claimant(), dispute.owner()).stream()
                                .map(item -> wording.by(item.agent(), wording.line(dispute, item)))))
                .orElse(FormMarkdown.of(""));
    }

    /** The three possible decisions, with the names. */
    private SpinJsonNode decisionOptions(Dispute dispute) {
        return Spin.JSON(List.of(
                option("owner", wording.name(dispute.owner())),
                option("claimant", wording.name(dispute.claimant())),
                option("nobody", "")));
    }

    /** The address of the page that shows everything. */
    private FormMarkdown pageLine(Dispute dispute) {
        return FormMarkdown.of(wording.markdown("dispute.page", Long.toString(dispute.id())));
    }

    /** The outcome, the decider and the reason. */
    private FormMarkdown decisionLines(Dispute dispute) {
        boolean claimants = dispute.outcome() == Outcome.CLAIMANT || dispute.outcome() == Outcome.SETTLED;
        String result = wording.markdown(
                "dispute.outcome." + dispute.outcome(), wording.name(claimants ? dispute.claimant() : dispute.owner()));
        return FormMarkdown.of(
                dispute.decidedBy() == null
                        ? result
                        : result + "\n\n"
                                + wording.markdown(
                                        "dispute.decidedBy",
                                        wording.name(dispute.decidedBy()),
                                        wording.at(dispute, dispute.closedAt()))
                                + "\n\n" + FormMarkdown.text(dispute.decisionReason()));
    }

    private Map<String, String> option(String code, String name) {
        return Map.of("value", code, "label", wording.get("dispute.decide." + code, name));
    }

    private FormMarkdown contactsOf(Dispute dispute, Function<Dispute, String> who) {
        String login = who.apply(dispute);
        return evidence.of(dispute)
                .map(found -> lines(
                        found.contactsOf(login).stream().map(item -> wording.line(dispute, item)),
                        found.followUpsOf(login).stream().map(item -> wording.line(dispute, item))))
                .orElse(FormMarkdown.of(""));
    }

    private FormMarkdown lines(Stream<String> contacts, Stream<String> followUps) {
        List<String> lines =
                Stream.concat(contacts.limit(LINES), followUps.limit(LINES)).toList();
        return lines.isEmpty() ? FormMarkdown.of(wording.markdown("dispute.nothing")) : list(lines);
    }

    private static List<AgentPeriod> last(List<AgentPeriod> history) {
        return history.subList(Math.max(0, history.size() - LINES), history.size());
    }

    private static FormMarkdown list(List<String> lines) {
        return FormMarkdown.of(
                lines.stream().map(line -> "- " + FormMarkdown.text(line)).collect(Collectors.joining("\n")));
    }

    private String nameOf(Customer customer) {
        return customer.name() == null ? wording.get("dispute.nameless", customer.id()) : customer.name();
    }

    private Dispute get(String disputeId) {
        return disputes.get(Long.parseLong(disputeId));
    }
}
