package io.rotadesk.web.desk.corrections;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.CorrectionResult;
import io.rotadesk.leasing.correction.CorrectionResult.Collision;
import io.rotadesk.leasing.correction.CorrectionResult.Overtaken;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.correction.SamePerson;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which whoever wrote an entry of the call or visit register, or a manager, corrects it (L2.3, L3.8). For anybody
 * else there is no such page.
 */
@Controller
@RequestMapping("/desk/{register:calls|visits}/entry/{key}/correct")
class CorrectionPages {

    /**
     * A customer who has the number already.
     *
     * @param agent the name of the agent whose customer it is; null for nobody
     */
    record Other(Customer customer, String agent, boolean valid) {}

    private final Corrections corrections;
    private final CorrectionViews views;
    private final EntryFields fields;
    private final LookUps lookUps;
    private final Agents agents;
    private final Units units;
    private final UnitAccess access;
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
            MessageSource messages,
            Clock clock) {
        this.corrections = corrections;
        this.views = views;
        this.fields = fields;
        this.lookUps = lookUps;
        this.agents = agents;
        this.units = units;
        this.access = access;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String open(
            @PathVariable String register,
            @PathVariable String key,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            Locale locale) {
        CorrectableEntry entry = entry(register, key, user);
        if (entry.erased()) {
            return erased(entry, page, response);
        }
        int version = corrections.versions(entry.contact()).size() + 1;
        return show(entry, CorrectionForm.of(entry.text(), version), Map.of(), page, locale);
    }

    @PostMapping
    String correct(
            @PathVariable String register,
            @PathVariable String key,
            @ModelAttribute("form") CorrectionForm form,
            @AuthenticationPrincipal SignedInUser user,
            Model page,
            HttpServletResponse response,
            RedirectAttributes next,
            Locale locale) {
        CorrectableEntry entry = entry(register, key, user);
        if (entry.erased()) {
            return erased(entry, page, response);
        }
        Map<String, String> wrong = new LinkedHashMap<>(fields.mistakes(entry, form, locale));
        reason(form, locale, wrong);
        if (!wrong.isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return show(entry, form, wrong, page, locale);
        }
        CorrectionResult result = corrections.correct(
                entry.contact(),
                form.basedOn() == null ? 0 : form.basedOn(),
                form.text(entry),
                form.reason().strip(),
                who(form),
                user.login());
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
            page.addAttribute("differences", views.changes(overtaken.present().text(), form.text(entry), locale));
            // Saving once more means that this person prefers their own texts.
            return show(entry, form.basedOn(overtaken.version()), Map.of(), page, locale);
        }
        if (result instanceof Collision collision) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return collision(entry, form, collision.others(), user, page, locale);
        }
        next.addFlashAttribute("corrected", result instanceof CorrectionResult.Corrected);
        return "redirect:/desk/" + register + "/entry/{key}";
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
            CorrectableEntry entry,
            CorrectionForm form,
            List<Customer> others,
            SignedInUser user,
            Model page,
            Locale locale) {
        boolean told = access.mayManage(entry.unitId())
                || lookUps.ask(entry.unitId(), form.text(entry).phone(), user.login())
                                .outcome()
                        == LookUps.Outcome.ANSWERED;
        if (!told) {
            String tooOften = messages.getMessage("desk.customers.whose.TOO_OFTEN", null, locale);
            return show(entry, form, Map.of("customerPhone", tooOften), page, locale);
        }
        page.addAttribute(
                "others",
                others.stream()
                        .map(one -> new Other(
                                one,
                                one.agent() == null ? null : agents.name(one.agent()),
                                one.isValid(clock.instant())))
                        .toList());
        page.addAttribute("mayLink", access.mayManage(entry.unitId()));
        page.addAttribute("ofCustomer", entry.customerId() != null);
        return show(entry, form, Map.of(), page, locale);
    }

    private void reason(CorrectionForm form, Locale locale, Map<String, String> wrong) {
        String reason = SafeText.orNull(form.reason());
        if (reason == null) {
            wrong.put("reason", messages.getMessage("desk.correct.reason.missing", null, locale));
        } else if (reason.length() > CorrectionForm.LONGEST_REASON) {
            wrong.put("reason", messages.getMessage("desk.correct.reason.long", null, locale));
        }
    }

    /** @return null as long as nobody said, and for an answer that no page offers */
    private static SamePerson who(CorrectionForm form) {
        String who = SafeText.orNull(form.who());
        if (CorrectionForm.SOMEBODY_ELSE.equals(who)) {
            return SamePerson.SOMEBODY_ELSE;
        }
        return who != null && who.matches("[0-9]{1,18}") ? new SamePerson(Long.valueOf(who)) : null;
    }

    private String show(
            CorrectableEntry entry, CorrectionForm form, Map<String, String> wrong, Model page, Locale locale) {
        Unit unit = units.get(entry.unitId());
        page.addAttribute("unit", unit);
        page.addAttribute("entry", entry);
        page.addAttribute("form", form);
        page.addAttribute("wrong", wrong);
        page.addAttribute("labels", fields.labels(entry, locale));
        if (entry.isNote()) {
            page.addAttribute("colleagues", fields.colleagues(entry));
        } else {
            page.addAttribute("media", fields.choices(entry, "mediaSource", some(form.mediaSource()), locale));
            page.addAttribute("intents", fields.choices(entry, "intent", some(form.intent()), locale));
            page.addAttribute("interests", fields.choices(entry, "interests", form.interests(), locale));
        }
        return "desk/corrections/correct";
    }

    private static List<String> some(String value) {
        return SafeText.orNull(value) == null ? List.of() : List.of(value);
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
