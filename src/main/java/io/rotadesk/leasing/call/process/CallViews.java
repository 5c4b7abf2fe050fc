package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.FormMarkdown;
import io.rotadesk.engine.FormView;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.leasing.customer.process.NeedsView;
import io.rotadesk.leasing.note.process.NoteForm;
import java.util.function.Supplier;
import org.camunda.spin.json.SpinJsonNode;

/** What the forms of {@code call-handling.bpmn} show, one view for each. */
public final class CallViews {

    private CallViews() {}

    /**
     * @param greeting the first sentence, with the project's name (L2.2a)
     * @param callerLine the caller: the number, and the data found by it
     */
    public record PickUpCall(Supplier<String> greeting, Supplier<String> callerLine, Supplier<FormMarkdown> script)
            implements FormView {}

    /**
     * @param priorContactLine the known customer, the earlier agent and the last contact; also a sentence if nothing is known
     *     (L2.2b)
     * @param noteForOptions the colleagues for whom a note can be: login and name
     */
    @FormView.Entries({Fields.FOUND_CUSTOMER, NoteForm.WHO, NoteForm.ABOUT, NoteForm.FOR_WHOM})
    public record AskCaller(
            Supplier<String> callerLine,
            Supplier<String> priorContactLine,
            Supplier<SpinJsonNode> agentOptions,
            Supplier<SpinJsonNode> noteForOptions)
            implements FormView {}

    /**
     * @param colleague the name of the agent who is on the phone with the caller
     * @param heldSince the time of day since which that agent talks with the caller
     */
    public record TakeOverCall(
            Supplier<String> callerLine,
            Supplier<String> priorContactLine,
            Supplier<String> colleague,
            Supplier<String> heldSince)
            implements FormView {}

    /**
     * @param holdSentence asks the caller to hold the line
     * @param colleague the name of the earlier agent, who was called to the phone
     * @param transferTo the colleague's extension and mobile number, as far as the roster knows them
     * @param waitSeconds how long the colleague has to answer
     */
    public record HoldCaller(
            Supplier<String> holdSentence,
            Supplier<String> callerLine,
            Supplier<String> colleague,
            Supplier<String> transferTo,
            Supplier<Long> waitSeconds)
            implements FormView {}

    /**
     * @param absenceSentence “对不起,×××不在…” with the earlier agent's name (L2.2d)
     * @param callBackNumber what the customer gave, else the number of the call
     */
    @FormView.Entries({Fields.ANSWER, Fields.QUESTION_FOR_MANAGER})
    public record CoverCall(
            Supplier<String> absenceSentence,
            Supplier<String> callerLine,
            Supplier<String> priorContactLine,
            Supplier<SpinJsonNode> topicOptions,
            Supplier<String> sensitiveTopics,
            Supplier<String> ownerMobile,
            String callBackNumber,
            Supplier<FormMarkdown> script)
            implements FormView {}

    /** @param coverNote the covering agent's notes for the earlier agent (L2.2d) */
    @FormView.Entries({Fields.OUTCOME, Fields.REMARKS})
    public record CallBack(
            Supplier<String> callerLine, Supplier<FormMarkdown> callBackNumber, Supplier<String> coverNote)
            implements FormView {}

    /** @param coverNote as in {@link CallBack} */
    public record ReadCoverNote(Supplier<String> callerLine, Supplier<String> coverNote) implements FormView {}

    /**
     * @param waitingSince the time of day since which the caller waits
     * @param decision what the form proposes: to give the call to somebody
     * @param assignedAgent the login of whom it proposes; null if nobody is free
     * @param agentOptions the unit's agents, those who are free first: login, and name with what they are doing
     */
    public record AssignCall(
            Supplier<String> callerLine,
            Supplier<String> waitingSince,
            String decision,
            Supplier<String> assignedAgent,
            Supplier<SpinJsonNode> agentOptions)
            implements FormView {}

    /** @param missedLine the missed caller: the number, how often and when it tried (L2.1) */
    @FormView.Entries({Fields.OUTCOME, Fields.REMARKS})
    public record ReturnMissedCall(Supplier<FormMarkdown> missedLine, Supplier<String> greeting) implements FormView {}

    /**
     * @param handedOverLine who handed the call over and since when; empty if nobody did (L2.2c)
     * @param ownDetails the agent's own name and number, to be read out (L2.4)
     */
    public record RegisterCall(
            NeedsView needs,
            Supplier<String> handedOverLine,
            Supplier<String> ownDetails,
            Supplier<String> priorContactLine,
            Supplier<FormMarkdown> script,
            Supplier<Integer> handbookVersion)
            implements FormView {}
}
