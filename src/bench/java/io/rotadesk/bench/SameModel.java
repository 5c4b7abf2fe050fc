package io.rotadesk.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * {@code call-handling.bpmn} as it is, with its decision, on an engine without our additions: the beans that the model
 * names answer at once, with texts as long as ours, and no service task or listener does anything.
 */
final class SameModel {

    private static final String MODEL = "processes/call-handling.bpmn";
    private static final String DECISION = "processes/customer-status.dmn";
    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");

    private SameModel() {}

    static void deploy(RepositoryService repository) {
        repository
                .createDeployment()
                .addClasspathResource(MODEL)
                .addClasspathResource(DECISION)
                .deploy();
    }

    static Map<Object, Object> beans() throws IOException {
        Map<Object, Object> beans = new HashMap<>();
        try (var file = SameModel.class.getClassLoader().getResourceAsStream(MODEL)) {
            Matcher names = DELEGATE.matcher(new String(file.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            while (names.find()) {
                beans.put(names.group(1), new Nothing());
            }
        }
        // The decision cannot do without its inputs.
        beans.put("findPriorContact", (JavaDelegate) SameModel::noPriorContact);
        beans.put("calls", new Calls());
        beans.put("callStatus", new CallStatus());
        beans.put("handbook", new Handbook());
        return beans;
    }

    private static void noPriorContact(DelegateExecution execution) {
        execution.setVariable("owner", null);
    }

    private static class Nothing implements JavaDelegate, TaskListener {
        @Override
        public void execute(DelegateExecution execution) {}

        @Override
        public void notify(DelegateTask task) {}
    }

    /** The inputs of the decision about a new caller; public, as expressions need it. */
    public static final class CallStatus {

        public String ownerKnownBy(String callId) {
            return null;
        }

        public String lastContactKind(String callId) {
            return null;
        }

        public Long daysSinceContact(String callId) {
            return null;
        }

        public long callValidityDays(String callId) {
            return 7;
        }

        public long visitValidityDays(String callId) {
            return 15;
        }
    }

    /** The values for the tasks of a new caller; public, as expressions need it. */
    public static final class Calls {

        private final SpinJsonNode agents = Spin.JSON(IntStream.rangeClosed(1, 2 * RotaDesk.TEAM)
                .mapToObj(number -> Map.of("value", "bench" + number, "label", "招商员" + number))
                .toList());

        public String greeting(String callId) {
            return "您好!广安世纪";
        }

        public String callerLine(String callId) {
            return "138 0000 0001，未登记的号码";
        }

        public String priorContactLine(String callId) {
            return "没有查到先前的联系。";
        }

        public SpinJsonNode agentOptions(String callId) {
            return agents;
        }

        public String customerName(String callId) {
            return null;
        }

        public String customerPhone(String callId) {
            return "+8613800000001";
        }

        public String mediaSource(String callId) {
            return null;
        }

        public SpinJsonNode interests(String callId) {
            return Spin.JSON("[]");
        }

        public BigDecimal floorArea(String callId) {
            return null;
        }

        public String tradeType(String callId) {
            return null;
        }

        public String budget(String callId) {
            return null;
        }

        public String moveInDate(String callId) {
            return null;
        }

        public String remarks(String callId) {
            return null;
        }

        public String blank() {
            return null;
        }

        public String ownDetails(String callId) {
            return "招商员1 13900000001";
        }

        public Date answerBy(String callId) {
            return Date.from(Instant.now().plusSeconds(15));
        }

        public Date registerDue(String callId) {
            return Date.from(Instant.now().plus(Duration.ofMinutes(30)));
        }
    }

    /** A script of the usual length. */
    public static final class Handbook {

        private final String script = "请按统一说辞介绍项目的位置、规模和业态。".repeat(14);

        public String script(String unitId, String topic) {
            return script;
        }

        public int version(String unitId) {
            return 1;
        }
    }
}
