package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.Callers;
import io.rotadesk.leasing.call.MissedAttempts;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.platform.phone.ClickToCall;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.platform.words.Words;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The sentences that the call forms show, in the language of the product. */
@Component
class CallWording extends Words {

    private final Callers callers;
    private final Units units;
    private final Agents agents;
    private final ClickToCall dialling;

    CallWording(
            Callers callers,
            Units units,
            Agents agents,
            ClickToCall dialling,
            @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        super(locale, "i18n/call");
        this.callers = callers;
        this.units = units;
        this.agents = agents;
        this.dialling = dialling;
    }

    /** In the words of the procedure and in its language, since it is said to the customer. */
    String greeting(Unit unit) {
        return "您好!" + unit.projectName();
    }

    String absence(String colleague) {
        return "对不起," + colleague + "不在,请问有什么事情我可以帮助您吗?";
    }

    /** The script of a covered call with the colleague's name, for which the procedure writes ×××. */
    FormMarkdown aboutColleague(String script, String colleague) {
        return FormMarkdown.of(colleague.isBlank() ? script : script.replace("×××", FormMarkdown.text(colleague)));
    }

    /** As the sentence before, in the language of the procedure. */
    String hold(String colleague) {
        return "请您稍等,我马上请" + colleague + "来接听。";
    }

    /** @return the time of day; empty if nobody talks with the caller */
    String talkingSince(Call call, Unit unit) {
        return call.talk().answeredAt() == null
                ? ""
                : unit.clock().time(call.talk().answeredAt());
    }

    /** @return empty if nobody handed the call over */
    String handedOver(Call call, Unit unit) {
        return call.talk().handedOverBy() == null
                ? ""
                : get(
                        "handedOver",
                        name(call.talk().handedOverBy()),
                        unit.clock().time(call.talk().handedOverAt()),
                        talkingSince(call, unit));
    }

    /** The numbers to which the call can be put through; a sentence if the roster has none. */
    String transferTo(Agent agent) {
        String numbers = Stream.of(
                        agent.extension().isBlank() ? "" : get("transfer.extension", agent.extension()),
                        agent.mobile().isBlank() ? "" : get("transfer.mobile", PhoneNumbers.readable(agent.mobile())))
                .filter(number -> !number.isEmpty())
                .collect(java.util.stream.Collectors.joining(get("transfer.or")));
        return numbers.isEmpty() ? get("transfer.unknown") : numbers;
    }

    /** The name, and what its owner is doing now. @param pageClosedAt the time of day; empty unless they are absent for that */
    String doing(String name, WhoCouldAnswer.Doing doing, String pageClosedAt) {
        return get("doing." + doing, name, pageClosedAt);
    }

    /** The last four digits of the caller's number. */
    String lastDigits(Call call) {
        String digits = PhoneNumbers.lastDigits(
                call.caller().phone() != null
                        ? call.caller().phone()
                        : call.caller().number());
        return digits.isEmpty() ? get("caller.withheld") : get("caller.lastDigits", digits);
    }

    /** The reason why somebody without turns cannot log a call: they would be responsible for it. */
    String notOnRoster(String login) {
        return toReader("log.notOnRoster", login);
    }

    String caller(Call call) {
        String number = call.caller().number() == null
                ? get("caller.withheld")
                : PhoneNumbers.readable(call.caller().number());
        if (call.caller().candidates() > 1) {
            return get("caller.several", number, call.caller().candidates());
        }
        String name = callers.knownName(call);
        return name == null ? get("caller.unknown", number) : get("caller.known", number, name);
    }

    /** The person to call back and the number, by the present entry of the register. */
    String customer(Call call) {
        String name = call.written().customerName() == null
                ? callers.knownName(call)
                : call.written().customerName();
        String number = Stream.of(
                        call.written().customerPhone(),
                        call.cover().callBackNumber(),
                        call.caller().number())
                .filter(Objects::nonNull)
                .findFirst()
                .map(PhoneNumbers::readable)
                .orElse(get("caller.withheld"));
        return name == null ? number : get("caller.known", number, name);
    }

    String priorContact(Call call, Unit unit) {
        if (call.caller().candidates() > 1) {
            return get(
                    "prior.several",
                    callers.candidates(call).stream()
                            .map(c -> c.name() == null ? "?" : c.name() + agentInBrackets(c.agent()))
                            .collect(java.util.stream.Collectors.joining("; ")));
        }
        if (call.caller().priorAgent() == null || call.caller().priorContactAt() == null) {
            return get("prior.none");
        }
        UnitClock clock = unit.clock();
        int days = call.caller().priorContactKind() == ContactKind.VISIT
                ? unit.settings().get(CustomerSettings.class).visitValidityDays()
                : unit.settings().get(CustomerSettings.class).callValidityDays();
        LocalDate lastDay = clock.day(call.caller().priorContactAt()).plusDays(days);
        boolean lapsed = lastDay.isBefore(clock.day(call.receivedAt()));
        return get(
                lapsed ? "prior.lapsed" : "prior.known",
                name(call.caller().priorAgent()),
                get("contact." + call.caller().priorContactKind()),
                clock.dayAndTime(call.caller().priorContactAt()),
                lastDay);
    }

    String coverNote(Call call) {
        if (call.cover().answer() == null) {
            return "";
        }
        return get("cover.note", name(call.cover().by()), call.cover().answer());
    }

    /** The reason why a text that names no customer, or one whom the person was not shown, is refused. */
    String notLookedUp() {
        return toReader("lookUp.none");
    }

    /** The reason why another customer than the number's is refused. */
    String numberCounts() {
        return toReader("lookUp.numberCounts");
    }

    /** For a question about none of the unit's topics. */
    String otherTopic() {
        return get("topic.other");
    }

    /** The same, and a click on the number dials it. */
    FormMarkdown missedToDial(Call call, MissedAttempts attempts) {
        return FormMarkdown.of(missed(call, attempts, number -> toDial(number).markdown()));
    }

    FormMarkdown toDial(String number) {
        return FormMarkdown.phone(number, dialling);
    }

    String missed(Call call, MissedAttempts attempts) {
        return missed(call, attempts, PhoneNumbers::readable);
    }

    private String missed(Call call, MissedAttempts attempts, UnaryOperator<String> shown) {
        Unit unit = units.get(call.unitId());
        Stream<String> others = attempts.extensions().stream().map(call.caller()::at);
        String numbers = Stream.concat(Stream.of(call.caller().number()), others)
                .map(shown)
                .collect(Collectors.joining(get("missed.and")));
        return get("missed.line", numbers, attempts.count(), unit.clock().time(attempts.last()));
    }

    private String agentInBrackets(String login) {
        return login == null ? "" : " (" + name(login) + ")";
    }

    private String name(String login) {
        return agents.name(login);
    }
}
