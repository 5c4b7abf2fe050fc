package io.rotadesk.petition.summary.process;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.TestClock;
import io.rotadesk.engine.models.PetitionSummary;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.summary.Figures;
import io.rotadesk.petition.summary.MonthStarter;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryVersion;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A town with a centre and a village, their matters, and April 2026 begun. */
abstract class SummaryScenario {

    @Autowired
    ProcessEngine engine;

    @Autowired
    Summaries summaries;

    @Autowired
    MonthStarter starter;

    @Autowired
    Matters matters;

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient db;

    ReceptionPoint centre;
    ReceptionPoint village;
    private int number;

    @BeforeEach
    void aTown() {
        init(engine);
        clock.set(TestClock.MONDAY_NINE);
        centre = receptions.found(null, 1);
        village = receptions.found(centre.id(), 1);
        clock.set(at("2026-04-01T00:05"));
    }

    /** Keeps this test's starter from summarising other tests' matters, and the other way round. */
    @AfterEach
    void nothingIsLeft() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .tenantIdIn(centre.id())
                .list()
                .forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test"));
        clock.set(TestClock.MONDAY_NINE);
    }

    /** A matter as its columns say; received on that day in China, of the centre, open, without a category. */
    String matter(String received, Map<String, Object> columns) {
        String id = UUID.randomUUID().toString();
        Map<String, Object> row = new HashMap<>(Map.of(
                "id", id,
                "number", "2026-" + ++number,
                "root_unit_id", centre.id(),
                "unit_id", centre.id(),
                "received_by", centre.id(),
                "opened_at", at(received),
                "received_at", at(received),
                "state", columns.containsKey("closed_at") ? "CLOSED" : "RECEIVED"));
        row.putAll(columns);
        String names = String.join(", ", row.keySet());
        String values = row.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        var insert = db.sql("insert into matter (" + names + ") values (" + values + ")");
        row.forEach((name, value) ->
                insert.param(name, value instanceof Instant instant ? Timestamp.from(instant) : value));
        insert.update();
        return id;
    }

    /** The instance of the month's summary. */
    ProcessInstance instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PetitionSummary.PROCESS)
                .tenantIdIn(centre.id())
                .singleResult();
    }

    /** The month is over, and its summary is compiled. */
    ProcessInstance compiled() {
        starter.startMissing();
        return compile(instance());
    }

    ProcessInstance compile(ProcessInstance instance) {
        execute(job(instance, PetitionSummary.Task.COMPILE_SUMMARY));
        return instance;
    }

    void sign(ProcessInstance instance, String analysis) {
        Map<String, Object> form = new HashMap<>(Map.of("decision", "sign"));
        form.put("analysis", analysis);
        engine.getTaskService().claim(task(instance).getId(), centre.leader());
        complete(task(instance), form);
    }

    Job job(ProcessInstance instance, String activity) {
        return engine.getManagementService()
                .createJobQuery()
                .processInstanceId(instance.getId())
                .activityId(activity)
                .singleResult();
    }

    /** Newest month first, newest version first. */
    List<SummaryVersion> versions() {
        return summaries.ofTree(centre.id());
    }

    Figures figures() {
        return summaries.figures(versions().get(0), List.of(centre.id(), village.id()));
    }

    Object shown(ProcessInstance instance, String input) {
        return engine.getTaskService().getVariable(task(instance).getId(), input);
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local.length() == 10 ? local + "T09:00" : local)
                .atZone(ZoneId.of("Asia/Shanghai"))
                .toInstant();
    }
}
