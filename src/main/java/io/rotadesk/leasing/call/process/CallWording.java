package io.rotadesk.leasing.call.process;

import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.Callers;
import io.rotadesk.leasing.call.MissedAttempts;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.CustomerSettings;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The sentences that the call forms show, in the language of the product. */
@Component
class CallWording {

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Callers callers;
    private final Units units;
    private final Agents agents;
    private final Locale locale;
    private final MessageSource texts;

    CallWording(Callers callers, Units units, Agents agents, @Value("${rotadesk.locale:zh-CN}") Locale locale) {
        this.callers = callers;
        this.units = units;
        this.agents = agents;
        this.locale = locale;
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("i18n/call");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        this.texts = bundle;
    }

    /** In the words of the procedure, whatever the language of the pages: it is said to the customer. */
    String greeting(Unit unit) {
        return "您好!" + unit.projectName();
    }

    String absence(String colleague) {
        return "对不起," + colleague + "不在,请问有什么事情我可以帮助您吗?";
    }

    /** Why somebody cannot log a call: they would answer for it, and have no turns. */
    String notOnRoster(String login) {
        return text("log.notOnRoster", login);
    }

    String caller(Call call) {
        String number =
                call.callerNumber() == null ? text("caller.withheld") : PhoneNumbers.readable(call.callerNumber());
        if (call.candidates() > 1) {
            return text("caller.several", number, call.candidates());
        }
        String name = callers.knownName(call);
        return name == null ? text("caller.unknown", number) : text("caller.known", number, name);
    }

    /** Whom to call back and where, by what the register has by now. */
    String customer(Call call) {
        String name = call.customerName() == null ? callers.knownName(call) : call.customerName();
        String number = Stream.of(call.customerPhone(), call.callBackNumber(), call.callerNumber())
                .filter(Objects::nonNull)
                .findFirst()
                .map(PhoneNumbers::readable)
                .orElse(text("caller.withheld"));
        return name == null ? number : text("caller.known", number, name);
    }

    String priorContact(Call call, Unit unit) {
        if (call.candidates() > 1) {
            return text(
                    "prior.several",
                    callers.candidates(call).stream()
                            .map(c -> c.name() == null ? "?" : c.name() + agentInBrackets(c.agent()))
                            .collect(java.util.stream.Collectors.joining("; ")));
        }
        if (call.priorAgent() == null || call.priorContactAt() == null) {
            return text("prior.none");
        }
        ZoneId zone = unit.settings().zone();
        int days = call.priorContactKind() == ContactKind.VISIT
                ? unit.settings().get(CustomerSettings.class).visitValidityDays()
                : unit.settings().get(CustomerSettings.class).callValidityDays();
        return text(
                "prior.known",
                name(call.priorAgent()),
                text("contact." + call.priorContactKind()),
                at(call.priorContactAt(), zone),
                call.priorContactAt().atZone(zone).toLocalDate().plusDays(days).toString());
    }

    String coverNote(Call call) {
        if (call.coverAnswer() == null) {
            return "";
        }
        return text("cover.note", name(call.coveredBy()), call.coverAnswer());
    }

    /** For a question about none of the unit's topics. */
    String otherTopic() {
        return text("topic.other");
    }

    String missed(Call call, MissedAttempts attempts) {
        Unit unit = units.get(call.unitId());
        return text(
                "missed.line",
                PhoneNumbers.readable(call.callerNumber()),
                attempts.count(),
                TIME.format(attempts.last().atZone(unit.settings().zone())));
    }

    private String agentInBrackets(String login) {
        return login == null ? "" : " (" + name(login) + ")";
    }

    private String name(String login) {
        return login == null ? "" : agents.find(login).map(Agent::name).orElse(login);
    }

    private static String at(Instant instant, ZoneId zone) {
        return DAY_AND_TIME.format(instant.atZone(zone));
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }
}
