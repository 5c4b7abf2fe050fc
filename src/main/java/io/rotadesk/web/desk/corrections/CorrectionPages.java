package io.rotadesk.web.desk.corrections;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.engine.Collisions;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.CorrectionResult;
import io.rotadesk.leasing.correction.CorrectionResult.Collision;
import io.rotadesk.leasing.correction.CorrectionResult.Overtaken;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.correction.SamePerson;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which whoever wrote an entry of the call or visit register, or a manager, corrects it (L2.3, L3.8). For anybody
 * else there is no such page.
 */
@Controller
@RequestMapping("/desk/{register:calls|visits}/entry/{key}/correct")
class CorrectionPages {

    /** The answer to what the entry should have been, and the attribute of a page that asks for it. */
    private static final String LEASING = "leasing";

    /** The answer that it is none of those who have the number. */
    static final String SOMEBODY_ELSE = "new";

    /**
     * A customer who has the number already.
     *
     * @param choice says in the form that it is this one; null if this person was not told of them
     * @param agent the name of the agent whose customer it is; null for nobody
     */
    record Other(Customer customer, String choice, String agent, boolean valid) {}

    private final Corrections corrections;
    private final CorrectionViews views;
    private final EntryFields fields;
    private final LookUps lookUps;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
    private final Collisions collisions;
    private final MessageSource messages;
    private final Clock clock;

    CorrectionPages(
            Corrections corrections,
            CorrectionViews views,
            EntryFields fields,
            LookUps lookUps,
            Agents agents,
            Units units,
            UnitAccess access,
            Collisions collisions,
            MessageSource messages,
            Clock clock) {
        this.corrections = corrections;
        this.views = views;
        this.fields = fields;
        this.lookUps = lookUps;
        this.agents = agents;
        this.units = units;
        this.access = access;
        this.collisions = collisions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String open(
            @PathVariable String register,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String as,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            Locale locale) {
        CorrectableEntry entry = as(as, entry(register, key, user), page);
        if (entry.erased()) {
            return erased(entry, page, response);
        }
        EntrySheet sheet = fields.sheet(entry, locale);
        int version = corrections.versions(entry.contact()).size() + 1;
        CorrectionForm form = CorrectionForm.of(entry.text(), version, sheet.fields());
        return show(
                sheet, page.containsAttribute(LEASING) ? form.proposing(entry.transmitted()) : form, Map.of(), page);
    }

    @PostMapping
    String correct(
            @PathVariable String register,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String as,
            @RequestParam MultiValueMap<String, String> typed,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        CorrectableEntry entry = as(as, entry(register, key, user), page);
        if (entry.erased()) {
            return erased(entry, page, response);
        }
        EntrySheet sheet = fields.sheet(entry, locale);
        CorrectionForm form = CorrectionForm.typed(typed, entry.text(), sheet.fields());
        Map<String, String> wrong = new LinkedHashMap<>(sheet.mistakes(form));
        reason(form, locale, wrong);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(sheet, form, wrong, page);
        }
        SamePerson who = who(form, entry, user);
        // A call that goes on may hold its customer meanwhile; then this is repeated, and sees what the other one
        // wrote.
        CorrectionResult result = collisions.again(() -> correct(entry, form, who, user, page));
        if (result instanceof CorrectionResult.Erased) {
            return erased(entry, page, response);
        }
        if (result instanceof Overtaken overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            page.addAttribute("overtaken", overtaken);
            page.addAttribute(
                    "overtakenBy",
                    overtaken.latest() == null
                            ? ""
                            : agents.name(overtaken.latest().replacedBy()));
            page.addAttribute(
                    "differences", views.changes(overtaken.present().text(), form.text(overtaken.present()), locale));
            // Saving once more means that this person prefers their own texts.
            return show(sheet, form.basedOn(overtaken.version()), Map.of(), page);
        }
        if (result instanceof Collision collision) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return collision(sheet, form, collision.others(), user, page, locale);
        }
        next.addFlashAttribute("corrected", result instanceof CorrectionResult.Corrected);
        return "redirect:/desk/" + register + "/entry/{key}";
    }

    private CorrectionResult correct(
            CorrectableEntry entry, CorrectionForm form, SamePerson who, SignedInUser user, Model page) {
        EntryText text = form.text(entry);
        String reason = form.reason().strip();
        return page.containsAttribute(LEASING)
                ? corrections.wasAboutLeasing(entry.contact(), form.basedOn(), text, reason, who, user.login())
                : corrections.correct(entry.contact(), form.basedOn(), text, reason, who, user.login());
    }

    /** A note can be opened as the entry of a customer that it should have been; everything else is what it is. */
    private static CorrectableEntry as(String as, CorrectableEntry entry, Model page) {
        if (!as.equals(LEASING) || !entry.isNote()) {
            return entry;
        }
        page.addAttribute(LEASING, true);
        return entry.asLeasing();
    }

    /** Nothing of a person comes back after they were erased, whatever was typed. */
    private String erased(CorrectableEntry entry, Model page, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        page.addAttribute("unit", units.get(entry.unitId()));
        page.addAttribute("entry", entry);
        return "desk/corrections/erased";
    }

    /** An agent is told of colleagues' customers as by a look-up: on record, and not without end. */
    private String collision(
            EntrySheet sheet,
            CorrectionForm form,
            List<Customer> others,
            SignedInUser user,
            Model page,
            Locale locale) {
        CorrectableEntry entry = sheet.entry();
        boolean manages = access.mayManage(entry.unitId());
        Map<Long, String> choices = new HashMap<>();
        if (manages) {
            others.forEach(one -> choices.put(one.id(), String.valueOf(one.id())));
        } else {
            LookUps.Answer answer = lookUps.ask(entry.unitId(), form.text(entry).phone(), user.login());
            if (answer.outcome() != LookUps.Outcome.ANSWERED) {
                String tooOften = messages.getMessage("desk.customers.whose.TOO_OFTEN", null, locale);
                return show(sheet, form, Map.of(EntryField.PHONE.key(), tooOften), page);
            }
            answer.hits().forEach(hit -> choices.put(hit.customer().id(), hit.choice()));
        }
        page.addAttribute(
                "others",
                others.stream()
                        .map(one -> new Other(
                                one,
                                choices.get(one.id()),
                                one.agent() == null ? null : agents.name(one.agent()),
                                one.isValid(clock.instant())))
                        .toList());
        page.addAttribute("answered", form.who() != null);
        page.addAttribute("mayLink", manages);
        page.addAttribute("ofCustomer", entry.customerId() != null);
        return show(sheet, form, Map.of(), page);
    }

    private void reason(CorrectionForm form, Locale locale, Map<String, String> wrong) {
        String reason = SafeText.orNull(form.reason());
        if (reason == null) {
            wrong.put("reason", messages.getMessage("desk.correct.reason.missing", null, locale));
        } else if (reason.length() > CorrectionForm.LONGEST_REASON) {
            wrong.put("reason", messages.getMessage("desk.correct.reason.long", null, locale));
        }
    }

    /**
     * A manager names a customer by the id. Anybody else names one whom a look-up has shown them, since an id that somebody
     * types gives no right.
     *
     * @return null as long as nobody said, and for an answer that this person was not offered
     */
    private SamePerson who(CorrectionForm form, CorrectableEntry entry, SignedInUser user) {
        String who = form.who();
        if (who == null) {
            return null;
        }
        if (who.equals(SOMEBODY_ELSE)) {
            return SamePerson.SOMEBODY_ELSE;
        }
        if (access.mayManage(entry.unitId())) {
            return who.matches("[0-9]{1,18}") ? new SamePerson(Long.valueOf(who)) : null;
        }
        return lookUps.chosen(entry.unitId(), who, user.login())
                .map(customer -> new SamePerson(customer.id()))
                .orElse(null);
    }

    private String show(EntrySheet sheet, CorrectionForm form, Map<String, String> wrong, Model page) {
        page.addAttribute("unit", units.get(sheet.entry().unitId()));
        page.addAttribute("entry", sheet.entry());
        page.addAttribute("form", form);
        page.addAttribute("wrong", wrong);
        page.addAttribute("labels", sheet.labels());
        page.addAttribute("choices", sheet.choices(form));
        return "desk/corrections/correct";
    }

    /** @throws NotThereException if there is none, or if this person may not correct it */
    private CorrectableEntry entry(String register, String key, SignedInUser user) {
        if (key.indexOf(':') < 1) {
            throw new NotThereException("no entry " + key);
        }
        Contact contact = register.equals("calls") ? Contact.call(key) : Contact.visit(key);
        return corrections
                .find(contact)
                .filter(found -> views.may(found, user))
                .orElseThrow(() -> new NotThereException("no entry to correct " + key));
    }
}
