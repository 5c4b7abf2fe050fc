package io.rotadesk.leasing.call.process;

import static io.rotadesk.leasing.call.process.CallVariables.AGENT;
import static io.rotadesk.leasing.call.process.CallVariables.CONTACTED_BEFORE;
import static io.rotadesk.leasing.call.process.CallVariables.ENQUIRY;
import static io.rotadesk.leasing.call.process.CallVariables.MOBILE_GIVEN_OUT;
import static io.rotadesk.leasing.call.process.CallVariables.NAMED_AGENT;
import static io.rotadesk.leasing.call.process.CallVariables.OUTCOME;
import static io.rotadesk.leasing.call.process.CallVariables.SENSITIVE;
import static io.rotadesk.leasing.call.process.CallVariables.STATUS;
import static io.rotadesk.leasing.call.process.CallVariables.TRIES;
import static io.rotadesk.leasing.call.process.CallVariables.call;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.SubmittedForm;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.call.CallEntries;
import io.rotadesk.leasing.call.CallEntry;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.Callers;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.customer.LookUps;
import io.rotadesk.leasing.customer.process.NeedsForm;
import io.rotadesk.leasing.customer.process.PhoneQuestion;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.leasing.note.process.NoteForm;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The effects of the forms of {@code call-handling.bpmn}: their texts go to our tables, and are deleted with the task.
 * The names of the fields are those of the forms.
 */
@Configuration(proxyBeanMethods = false)
class CallFormEffects {

    private static final String REACHED = "reached";
    private static final String OTHER = "other";
    private static final String YES = "yes";

    @Bean
    @ModelBean("saveCallerAnswers")
    TaskListener saveCallerAnswers(
            CallEntries entries, Callers callers, LookUps lookUps, Notes notes, Actor actor, CallWording wording) {
        return task -> {
            String found = new SubmittedForm(task).text(LookUps.FIELD);
            if (found != null) {
                CallKey key = call(task);
                Customer customer = lookUps.chosen(key.unitId(), found, actor.loginOr(task))
                        .orElseThrow(() -> new RefusedException(wording.notLookedUp()));
                if (!callers.recognized(key, customer)) {
                    throw new RefusedException(wording.numberCounts());
                }
            }
            String contactedBefore = CONTACTED_BEFORE.find(task).orElse(null);
            String namedAgent = NAMED_AGENT.find(task).orElse(null);
            entries.asked(call(task), ENQUIRY.get(task), contactedBefore, namedAgent);
            NoteText note = NoteForm.entered(new SubmittedForm(task));
            if (OTHER.equals(ENQUIRY.get(task)) && !note.isBlank()) {
                notes.leave(call(task).unitId(), call(task).contact(), AGENT.get(task), note);
            }
        };
    }

    @Bean
    @ModelBean("saveCallRegister")
    TaskListener saveCallRegister(CallEntries entries, PhoneQuestion phone) {
        return task -> {
            CallEntry entry = entry(task);
            if (!entry.phoneRefused() && !entry.phoneUnconfirmed()) {
                phone.ask(call(task).unitId(), entry.needs().customerPhone());
            }
            entries.registered(call(task), AGENT.get(task), STATUS.find(task).orElse(null), entry);
        };
    }

    @Bean
    @ModelBean("saveCover")
    TaskListener saveCover(CallEntries entries) {
        return task -> {
            boolean mobileGivenOut = MOBILE_GIVEN_OUT.find(task).orElse(false);
            // The form leaves it out if it does not apply, but the model always reads it.
            MOBILE_GIVEN_OUT.set(task, mobileGivenOut);
            entries.covered(
                    call(task),
                    AGENT.get(task),
                    text(task, Fields.ANSWER),
                    YES.equals(SENSITIVE.get(task)),
                    mobileGivenOut,
                    text(task, Fields.CALL_BACK_NUMBER),
                    text(task, Fields.QUESTION_FOR_MANAGER));
        };
    }

    @Bean
    @ModelBean("acknowledgeCover")
    TaskListener acknowledgeCover(CallEntries entries) {
        return task -> entries.coverRead(call(task));
    }

    @Bean
    @ModelBean("saveCallBack")
    TaskListener saveCallBack(CallEntries entries, Actor actor) {
        return task -> TRIES.set(task, (long) entries.calledBack(
                call(task), REACHED.equals(OUTCOME.get(task)), text(task, Fields.REMARKS), actor.loginOr(task)));
    }

    @Bean
    @ModelBean("saveReturnedCall")
    TaskListener saveReturnedCall(CallEntries entries, Actor actor) {
        return task -> TRIES.set(task, (long) entries.returned(
                call(task), REACHED.equals(OUTCOME.get(task)), text(task, Fields.REMARKS), actor.loginOr(task)));
    }

    private static CallEntry entry(DelegateTask task) {
        SubmittedForm form = new SubmittedForm(task);
        return new CallEntry(
                NeedsForm.entered(form),
                form.ticked(Fields.PHONE_REFUSED),
                form.ticked(NeedsForm.UNCONFIRMED),
                form.ticked(Fields.LEFT_OWN_DETAILS));
    }

    private static String text(DelegateTask task, String field) {
        return new SubmittedForm(task).text(field);
    }
}
