package io.rotadesk.petition.matter.process;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.MatterRefusal;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.NobodyWaitsException;
import io.rotadesk.petition.matter.TellingRule;
import io.rotadesk.staff.unit.Units;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Saves a form about a matter in the name of its sender; a refusal names the field, and nothing is saved. */
@Component
public class MatterSaving {

    /** A form about a matter as it was sent. */
    public record Sent(DelegateTask task, Matter matter, SubmittedForm form, String by, ZoneId zone) {

        public MatterId matterId() {
            return matter.id();
        }

        public String text(String field) {
            return form.text(field);
        }

        /** A time without zone is in the unit's zone. */
        public Instant time(String field) {
            return form.time(field, zone);
        }

        /** Whether the answer was yes. */
        public boolean yes(String field) {
            return "yes".equals(form.text(field));
        }
    }

    private final Matters matters;
    private final Units units;
    private final Actor actor;
    private final HandlingWording texts;
    private final List<TellingRule> rules;

    MatterSaving(Matters matters, Units units, Actor actor, HandlingWording texts, List<TellingRule> rules) {
        this.matters = matters;
        this.units = units;
        this.actor = actor;
        this.texts = texts;
        this.rules = rules;
    }

    /**
     * @throws RefusedException when it runs, if {@code saving} refuses the values
     * @throws NobodyWaitsException when it runs, if nobody waits for them any more
     */
    public TaskListener form(Consumer<Sent> saving) {
        return task -> {
            Matter matter = matters.get(MatterVariables.matter(task));
            var zone = units.get(matter.unitId()).settings().zone();
            requireTellable(matter, task);
            try {
                saving.accept(new Sent(task, matter, new SubmittedForm(task), actor.loginOr(task), zone));
            } catch (MatterRefusal refusal) {
                throw texts.refused(refusal);
            } catch (NobodyWaitsException late) {
                throw late.saying(texts.toReader(late.key(), late.arguments()));
            }
        };
    }

    private void requireTellable(Matter matter, DelegateTask task) {
        for (TellingRule rule : rules) {
            rule.missing(matter, task.getTaskDefinitionKey()).ifPresent(why -> {
                throw texts.refusedBecause(Fields.TOLD_AT, why);
            });
        }
    }
}
