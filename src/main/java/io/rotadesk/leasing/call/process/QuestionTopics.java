package io.rotadesk.leasing.call.process;

import io.rotadesk.engine.DecisionContract;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.models.Decisions;
import io.rotadesk.leasing.call.Call;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.CallSettings;
import io.rotadesk.leasing.call.Calls;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The topics of a customer's questions to a covering agent, as {@code ${questions...}} in the model: the unit's topics,
 * and for each of them the answer of {@code question-sensitivity.dmn}, which says whether to answer and what to say
 * instead (L2.2d, L2.2e). All methods take the process variable {@code callId}.
 */
@ModelBean("questions")
public class QuestionTopics {

    static final DecisionContract DECISION = DecisionContract.of(Decisions.QUESTION_SENSITIVITY, "sensitive", "say")
            .offered("topic", "colleague")
            .answering("sensitive", "yes", "no");

    private static final String OTHER = "other";
    private static final String YES = "yes";

    private final Calls calls;
    private final Units units;
    private final Agents agents;
    private final CallWording wording;
    private final DecisionService decisions;

    QuestionTopics(Calls calls, Units units, Agents agents, CallWording wording, DecisionService decisions) {
        this.calls = calls;
        this.units = units;
        this.agents = agents;
        this.wording = wording;
        this.decisions = decisions;
    }

    /** For a list: each topic with {@code sensitive} (yes, no) and {@code say}; the last one is for everything else. */
    public SpinJsonNode topicOptions(String callId) {
        Call call = call(callId);
        return Spin.JSON(Stream.concat(topics(call).stream(), Stream.of(OTHER))
                .map(topic -> option(topic, call))
                .toList());
    }

    /** The topics that a covering agent leaves to the colleague, in one line. */
    public String sensitiveTopics(String callId) {
        Call call = call(callId);
        return topics(call).stream()
                .filter(topic -> YES.equals(option(topic, call).get("sensitive")))
                .collect(Collectors.joining("、"));
    }

    private Map<String, String> option(String topic, Call call) {
        Optional<DmnDecisionResultEntries> decided = Optional.ofNullable(decisions
                .evaluateDecisionByKey(DECISION.decision())
                .variables(Variables.putValue("topic", topic)
                        .putValue(
                                "colleague",
                                agents.find(call.said().owner())
                                        .map(Agent::name)
                                        .orElse("")))
                .evaluate()
                .getSingleResult());
        return Map.of(
                "value",
                topic,
                "label",
                OTHER.equals(topic) ? wording.otherTopic() : topic,
                // A topic that the table leaves open is not answered.
                "sensitive",
                decided.map(entries -> entries.<String>getEntry("sensitive")).orElse(YES),
                "say",
                decided.map(entries -> entries.<String>getEntry("say")).orElse(""));
    }

    private List<String> topics(Call call) {
        return units.get(call.unitId()).settings().get(CallSettings.class).sensitiveTopics();
    }

    private Call call(String callId) {
        return calls.get(CallKey.parse(callId));
    }
}
