package io.rotadesk.leasing.visit.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.customer.process.NeedsView;
import io.rotadesk.leasing.note.process.NoteForm;
import java.util.function.Supplier;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What the forms of {@code visit-reception.bpmn} show, one view for each. In all of them {@code visitorLine} is the visitor
 * (name, number, company, size of the party), {@code priorContactLine} the known customer with the earlier agent and the last
 * contact, or a sentence that nothing is known (L3.2b), and {@code conduct} the rules of conduct (L3.6).
 */
public final class VisitViews {

    private VisitViews() {}

    /** @param waitingLine the time since which the visitor waits, and for whom */
    public record AssignVisitor(
            Supplier<String> visitorLine, Supplier<String> waitingLine, Supplier<SpinJsonNode> agentOptions)
            implements FormView {}

    /**
     * @param greeting the first sentence (L3.2b)
     * @param noteForOptions the colleagues for whom a note can be: login and name
     */
    @FormView.Entries({
        Fields.CONTACTED_BEFORE,
        Fields.NAMED_AGENT,
        Fields.CONFIRMED,
        Fields.FOUND_CUSTOMER,
        NoteForm.WHO,
        NoteForm.ABOUT,
        NoteForm.FOR_WHOM
    })
    public record GreetVisitor(
            Supplier<String> greeting,
            Supplier<String> visitorLine,
            Supplier<String> priorContactLine,
            Supplier<SpinJsonNode> agentOptions,
            Supplier<SpinJsonNode> noteForOptions,
            Supplier<FormMarkdown> conduct,
            Supplier<FormMarkdown> script)
            implements FormView {}

    /**
     * What each of the three steps asks besides its own (L3.3, L3.4, L3.7).
     *
     * @param marketSurvey whether the visitor is known to be a competitor
     * @param stillHere yes, unless the agent says otherwise
     */
    @FormView.Entries({Fields.LEFT_REASON, Fields.QUESTION_FOR_MANAGER})
    public record AtEachStep(Supplier<FormMarkdown> conduct, boolean marketSurvey, String stillHere)
            implements FormView {}

    @FormView.Entries(Fields.FLOOR_AREA)
    public record ConfirmIntent(Supplier<String> visitorLine, Supplier<String> priorContactLine, AtEachStep step)
            implements FormView {}

    /** @param emphasis what {@code tour-emphasis.dmn} says for this visitor */
    @FormView.Entries({
        Fields.EXTERIOR,
        Fields.INTERIOR,
        Fields.LOCATION,
        Fields.PLANNING,
        Fields.FACILITIES,
        Fields.SELLING_POINTS,
        Fields.TOUR_REMARKS
    })
    public record TourProject(
            Supplier<String> visitorLine, String emphasis, Supplier<FormMarkdown> script, AtEachStep step)
            implements FormView {}

    @FormView.Entries(Fields.NEGOTIATION)
    public record Negotiate(Supplier<String> visitorLine, Supplier<FormMarkdown> script, AtEachStep step)
            implements FormView {}

    /**
     * @param alreadyThere whether the agent is the one who greeted the visitor and stands there
     * @param history the notes of earlier calls and visits, for the agent who receives a returning customer (L3.2c)
     * @param taking yes, unless the agent says otherwise
     */
    public record ReceiveVisitor(
            Supplier<String> visitorLine,
            Supplier<String> priorContactLine,
            Supplier<String> ownerName,
            boolean alreadyThere,
            Supplier<String> history,
            Supplier<FormMarkdown> conduct,
            String taking)
            implements FormView {}

    @FormView.Entries(Fields.QUESTION_FOR_MANAGER)
    public record SeeOffVisitor(
            Supplier<String> visitorLine,
            Supplier<String> history,
            Supplier<FormMarkdown> conduct,
            Supplier<FormMarkdown> script)
            implements FormView {}

    public record RegisterVisit(
            NeedsView needs,
            String intent,
            String objections,
            String nextStep,
            Supplier<String> priorContactLine,
            Supplier<FormMarkdown> script,
            Supplier<Integer> handbookVersion)
            implements FormView {}

    @FormView.Entries({Fields.COURSE, Fields.RESULT})
    public record HandBack(Supplier<String> visitorLine, Supplier<String> ownerName) implements FormView {}

    /** @param course the course of the reception, and its result, in the helper's words (L3.2d) */
    public record AcknowledgeHandBack(
            Supplier<String> visitorLine, Supplier<String> helperName, String course, String result)
            implements FormView {}

    /**
     * @param meetingPoint the appointment's place, else the unit's usual one (L3.2a)
     * @param beThere the time by which the agent has to be there
     * @param arrivedLine the visitor and the place, from when they are here; empty before
     */
    public record MeetVisitor(
            Supplier<String> visitorLine,
            Supplier<String> appointmentTime,
            Supplier<String> meetingPoint,
            Supplier<String> beThere,
            Supplier<String> arrivedLine,
            Supplier<String> priorContactLine,
            Supplier<FormMarkdown> conduct)
            implements FormView {}
}
