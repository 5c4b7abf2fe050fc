package io.rotadesk.web.desk.home;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.PersonInTheEngine;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.engine.Collisions;
import io.rotadesk.engine.UnitTasks;
import io.rotadesk.engine.UnitTasks.UnitTask;
import io.rotadesk.leasing.escalation.EscalationAnswers;
import io.rotadesk.leasing.escalation.Escalations;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.reminder.HandReminders;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.web.desk.ShownUnit;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions are answered, and people with late work reminded, from the leaders' home page. */
@Controller
@RequestMapping("/desk/home")
@PreAuthorize("@unitAccess.mayManage(#unit.id())")
class AnsweringPages {

    private final PersonInTheEngine person;
    private final Escalations escalations;
    private final EscalationAnswers answers;
    private final UnitTasks tasks;
    private final HandReminders reminders;
    private final Collisions collisions;
    private final HomeWording words;
    private final Reply reply;
    private final Clock clock;

    AnsweringPages(
            PersonInTheEngine person,
            Escalations escalations,
            EscalationAnswers answers,
            UnitTasks tasks,
            HandReminders reminders,
            Collisions collisions,
            HomeWording words,
            Reply reply,
            Clock clock) {
        this.person = person;
        this.escalations = escalations;
        this.answers = answers;
        this.tasks = tasks;
        this.reminders = reminders;
        this.collisions = collisions;
        this.words = words;
        this.reply = reply;
        this.clock = clock;
    }

    /** Answers an agent's question (L3.7). */
    @PostMapping("/answer")
    String answer(
            @ShownUnit Unit unit,
            @RequestParam String question,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "false") boolean handbook,
            @AuthenticationPrincipal SignedInUser user,
            HttpServletRequest request,
            Model page,
            RedirectAttributes next,
            Locale locale) {
        escalations
                .find(question)
                .filter(found -> found.unitId().equals(unit.id()))
                .orElseThrow(() -> new NotThereException("no question " + question + " in " + unit.id()));
        Said said = SafeText.orNull(answer) == null
                ? words.answerMissing(locale)
                : words.answered(
                        person.as(user, () -> answers.answer(question, answer, handbook, user.login())),
                        unit,
                        user,
                        locale);
        return reply.say(
                new Reply.To(request, unit, user, page, next, locale),
                said,
                Gathered.id("question", question),
                said.good() ? Map.of() : Map.of(question, answer));
    }

    /** Reminds the person who has a late task. */
    @PostMapping("/remind")
    String remind(
            @ShownUnit Unit unit,
            @RequestParam String task,
            @AuthenticationPrincipal SignedInUser user,
            HttpServletRequest request,
            Model page,
            RedirectAttributes next,
            Locale locale) {
        Said said = collisions.again(() -> tasks.find(unit.id(), task, user.login())
                .filter(found -> Steps.isLate(found, clock.instant()))
                .map(found -> remind(unit, found, user, locale))
                .orElseGet(() -> words.notLate(locale)));
        return reply.say(new Reply.To(request, unit, user, page, next, locale), said, "late-" + task);
    }

    private Said remind(Unit unit, UnitTask task, SignedInUser user, Locale locale) {
        return words.reminded(
                reminders.remind(unit.id(), task, user.login(), user.displayName()), task.assignee(), unit, locale);
    }
}
