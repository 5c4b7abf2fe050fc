package io.rotadesk.petition.matter.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.petition.matter.Coordination;
import io.rotadesk.petition.matter.Extensions;
import io.rotadesk.petition.matter.MatterPlans;
import io.rotadesk.petition.matter.MatterReceptions;
import io.rotadesk.petition.matter.MatterTimeline;
import io.rotadesk.petition.matter.Responsibles;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.matter.TimelineEntry;
import io.rotadesk.petition.matter.TimelineKind;
import io.rotadesk.petition.matter.Transfers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The methods that scenarios of handling a matter use; a second village is below the centre. */
abstract class HandlingScenario extends PetitionScenario {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Autowired
    MatterReceptions receptions;

    @Autowired
    MatterPlans plans;

    @Autowired
    Extensions extensions;

    @Autowired
    Transfers transfers;

    @Autowired
    Coordination coordination;

    @Autowired
    Responsibles responsibles;

    @Autowired
    MatterTimeline timeline;

    ReceptionPoint otherVillage;

    @BeforeEach
    void anotherVillage() {
        otherVillage = founder.found(centre.id(), 2);
    }

    /** Somebody comes to the village and is received; the form has these values besides the usual ones. */
    TicketId receivedInTheVillage(Object... namesAndValues) {
        TicketId ticket = comes(village, petitioner("孙大爷"));
        isReceived(ticket, namesAndValues);
        return ticket;
    }

    String responsible(TicketId ticket) {
        return matter(ticket).responsible();
    }

    void setsPlan(TicketId ticket, String lastDay) {
        complete(
                taskAt(ticket, "Task_SetHandlingPlan"),
                "method",
                "派人到现场查看",
                "deadline",
                lastDay,
                "toldHow",
                "phone",
                "toldAt",
                now());
    }

    /** Received in the village, with a plan. */
    TicketId plannedInTheVillage(String lastDay) {
        TicketId ticket = receivedInTheVillage();
        setsPlan(ticket, lastDay);
        return ticket;
    }

    void handles(TicketId ticket, Object... namesAndValues) {
        complete(taskAt(ticket, "Task_HandleMatter"), namesAndValues);
    }

    void asksForTime(TicketId ticket, String until) {
        handles(ticket, "progress", "extend", "extensionReason", "要等鉴定结果", "extensionUntil", until);
    }

    void replies(TicketId ticket) {
        complete(
                taskAt(ticket, "Task_ReplyToPetitioner"),
                "reply",
                "路已修好",
                "toldHow",
                "inPerson",
                "toldAt",
                now(),
                "satisfied",
                "yes",
                "outcome",
                "resolved");
    }

    /** A value as a date-time field sends it: local, without zone. */
    String now() {
        return LocalDateTime.ofInstant(clock.instant(), CHINA).toString();
    }

    /** The time at which a deadline with this last day passes. */
    static Instant endOf(String day) {
        return LocalDate.parse(day).atTime(23, 59, 59).atZone(CHINA).toInstant();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }

    /** The timer of this event that is due then. */
    void timerFiresAt(TicketId ticket, String event, Instant due) {
        List<Job> timers = timers(ticket, event);
        assertThat(timers)
                .as("timers " + event)
                .extracting(job -> job.getDuedate().toInstant())
                .contains(due);
        clock.set(due);
        timers.stream()
                .filter(job -> job.getDuedate().toInstant().equals(due))
                .forEach(job -> management.executeJob(job.getId()));
    }

    List<TimelineKind> steps(TicketId ticket) {
        return timeline.of(matter(ticket).id()).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    boolean isCandidate(Task task, String login) {
        return tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateUser(login)
                        .count()
                == 1;
    }

    void isTheirs(Task task, ReceptionPoint unit) {
        assertThat(task.getTenantId())
                .as("unit of " + task.getTaskDefinitionKey())
                .isEqualTo(unit.id());
    }
}
