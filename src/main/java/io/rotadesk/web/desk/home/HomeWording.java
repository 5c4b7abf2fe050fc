package io.rotadesk.web.desk.home;

import io.rotadesk.access.Accounts;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallGiving;
import io.rotadesk.leasing.escalation.Escalation;
import io.rotadesk.leasing.escalation.EscalationAnswers;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitState;
import io.rotadesk.staff.reminder.HandReminders.HandReminder;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what an action has done, or who was faster. */
@Component
class HomeWording {

    private final MessageSource messages;
    private final Agents agents;
    private final Accounts accounts;

    HomeWording(MessageSource messages, Agents agents, Accounts accounts) {
        this.messages = messages;
        this.agents = agents;
        this.accounts = accounts;
    }

    Said given(CallGiving.Outcome outcome, SignedInUser user, Locale locale) {
        Call call = outcome.call();
        if (outcome.refused() != null) {
            return new Said(false, false, outcome.refused());
        }
        boolean own = outcome.by().filter(user.login()::equals).isPresent();
        String agent = agents.name(call.talk().agent());
        return switch (call.state()) {
            case UNASSIGNED -> said(false, false, locale, "notNow");
            case RINGING ->
                said(
                        true,
                        false,
                        locale,
                        "call.rings",
                        agents.name(call.ringing().agent()));
            case MISSED, ABANDONED -> said(true, false, locale, "call.gone");
            default ->
                own
                        ? said(true, true, locale, "call.given", agent)
                        : outcome.by()
                                .map(by -> said(true, false, locale, "call.givenBy", name(by), agent))
                                .orElseGet(() -> said(true, false, locale, "call.taken", agent));
        };
    }

    Said assigned(boolean assigned, Visit visit, String agent, Locale locale) {
        String host = visit.host().agent();
        if (assigned) {
            return said(true, true, locale, "visitor.given", agents.name(agent));
        }
        boolean withSomebody = host != null
                && (visit.state() == VisitState.OFFERED
                        || visit.state() == VisitState.RECEIVED
                        || visit.state() == VisitState.SEEN_OFF
                        || visit.state() == VisitState.REGISTERED);
        return withSomebody
                ? said(true, false, locale, "visitor.taken", agents.name(host))
                : said(true, false, locale, "visitor.gone");
    }

    Said answered(EscalationAnswers.Outcome outcome, Unit unit, SignedInUser user, Locale locale) {
        Escalation question = outcome.escalation();
        if (outcome.refused() != null) {
            return new Said(false, false, outcome.refused());
        }
        if (!question.isAnswered()) {
            return question.isClosed()
                    ? said(true, false, locale, "question.gone")
                    : said(false, false, locale, "notNow");
        }
        String asker = agents.name(question.askedBy());
        if (user.login().equals(question.answeredBy())) {
            return said(true, true, locale, "question.answered", asker);
        }
        return said(
                true,
                false,
                locale,
                "question.answeredBy",
                name(question.answeredBy()),
                unit.clock().time(question.answeredAt()),
                question.answer());
    }

    /** @param earlier the reminder that counts instead; empty if the person was reminded now */
    Said reminded(Optional<HandReminder> earlier, String login, Unit unit, Locale locale) {
        String person = agents.name(login);
        return earlier.map(one -> said(
                        true,
                        false,
                        locale,
                        "remind.justNow",
                        name(one.by()),
                        unit.clock().time(one.at()),
                        person))
                .orElseGet(() -> said(true, true, locale, "remind.done", person));
    }

    /** The task is not late, not there any more, or not of this unit. */
    Said notLate(Locale locale) {
        return said(true, false, locale, "remind.over");
    }

    Said chooseSomebody(Locale locale) {
        return said(false, false, locale, "chooseSomebody");
    }

    Said answerMissing(Locale locale) {
        return said(false, false, locale, "question.missing");
    }

    /** Those who lead a unit need not be on its roster. */
    private String name(String login) {
        return agents.find(login)
                .map(Agent::name)
                .or(() -> accounts.find(login).map(SignedInUser::displayName))
                .orElse(login);
    }

    private Said said(boolean done, boolean good, Locale locale, String key, Object... arguments) {
        return new Said(done, good, messages.getMessage("desk.home.said." + key, arguments, locale));
    }
}
