package io.rotadesk.staff.duty.morning.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ByTelephone;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.BrokenModels;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.models.DailyDuty;
import io.rotadesk.staff.duty.morning.DutyMornings.Beginning;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** There is one instance for each unit and day, whatever happens to nodes, clocks, settings and instances. */
@RotaDeskTest
@Tag("L1.1")
class DutyDayStarterTest extends DutyScenario {

    @Autowired
    MendingSweep sweep;

    @Autowired
    JdbcClient db;

    @Test
    void aUnitGetsItsDayAsSoonAsItHasTeams() {
        String empty = unit() + "-empty";
        units.save(new Unit(empty, "新部门", "广安世纪", null, List.of(), List.of(), null));
        starter.start(empty);
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .tenantIdIn(empty)
                        .count())
                .isZero();
        assertThat(instances()).as("the founder loaded a roster").containsExactly(key(MONDAY));
    }

    @Test
    void manyNodesStartOneInstance() throws Exception {
        engine.getRuntimeService().deleteProcessInstance(instance(), "by hand");
        atOnce(() -> {
            starter.start(unit());
            return null;
        });
        assertThat(instances()).containsExactly(key(MONDAY));
    }

    @Test
    void manyNodesBeginTheDayOnce() throws Exception {
        List<Beginning> beginnings = atOnce(() -> mornings.begin(unit(), MONDAY));
        assertThat(beginnings).filteredOn(Beginning.ON_DUTY::equals).hasSize(1);
        assertThat(beginnings).filteredOn(Beginning.PAST::equals).hasSize(beginnings.size() - 1);
        assertThat(begun).hasSize(1);
    }

    @Test
    void anInstanceThatExistsIsNotStartedAgain() {
        starter.start(unit());
        morning();
        starter.start(unit());
        assertThat(instances()).containsExactly(key(MONDAY));
    }

    @Test
    void anInstanceThatWasDeletedByHandIsMadeUpForWithinAnHour() {
        morning();
        BrokenModels.deleteRows(db, instance());
        assertThat(instances()).isEmpty();

        anHourPasses();
        anHourPasses();

        assertThat(instances()).containsExactly(key(MONDAY.plusDays(1)));
        assertThat(timer(DailyDuty.Event.DUTY_BEGINS).getDuedate())
                .isEqualTo(Date.from(Instant.parse("2026-03-03T00:00:00Z")));
        anHourPasses();
        assertThat(instances()).hasSize(1);
    }

    @Test
    void twoInstancesThatWaitForTheSameMorningBecomeOne() {
        morning();
        clock.set(Instant.parse("2026-03-02T23:00:00Z"));
        starter.start(unit());
        assertThat(instances()).containsExactlyInAnyOrder(key(MONDAY), key(MONDAY.plusDays(1)));

        clock.forward(Duration.ofHours(1));
        fire(DailyDuty.Event.NEXT_MORNING);
        morning();

        assertThat(instances()).containsExactly(key(MONDAY.plusDays(1)));
        assertThat(begun).hasSize(2);
    }

    @Test
    void anotherTimeOfTheMorningIsFollowedAtOnce() {
        morning();
        set(Map.of("dutyBegins", "09:30"));
        assertThat(timer(DailyDuty.Event.NEXT_MORNING).getDuedate())
                .isEqualTo(Date.from(Instant.parse("2026-03-03T01:30:00Z")));
        set(Map.of("dutyBegins", "07:00", "zone", "Europe/Berlin"));
        assertThat(timer(DailyDuty.Event.NEXT_MORNING).getDuedate())
                .as("it is two in the morning there, and that Monday has begun")
                .isEqualTo(Date.from(Instant.parse("2026-03-03T06:00:00Z")));
    }

    @Test
    void aMorningThatIsMovedIntoThePastBeginsAtOnce() {
        clock.set(Instant.parse("2026-03-02T20:00:00Z"));
        found(Map.of());
        assertThat(timer(DailyDuty.Event.DUTY_BEGINS).getDuedate()).isAfter(Date.from(clock.instant()));
        set(Map.of("dutyBegins", "03:00"));
        assertThat(timer(DailyDuty.Event.DUTY_BEGINS).getDuedate()).isBefore(Date.from(clock.instant()));
    }

    @Test
    void theDayIsThatOfTheUnitsZone() {
        clock.set(Instant.parse("2026-03-03T06:30:00Z"));
        found(Map.of("zone", "America/Los_Angeles", "dutyBegins", "22:00"));
        assertThat(instances()).containsExactly(key(MONDAY));
        morning();
        assertThat(begun).containsExactly(key(MONDAY).replace(":", " "));
    }

    @Test
    void aMorningThatTheClocksSkipComesAnHourLaterAndOneThatComesTwiceBeginsOnce() {
        clock.set(Instant.parse("2026-03-28T10:00:00Z"));
        found(Map.of("zone", "Europe/Berlin", "dutyBegins", "02:30"));
        morning();
        LocalDate spring = LocalDate.of(2026, 3, 29);
        assertThat(mornings.nextMorning(unit())).isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
        assertThat(mornings.beginsAt(unit(), spring.plusDays(1))).isEqualTo(Instant.parse("2026-03-30T00:30:00Z"));

        clock.set(Instant.parse("2026-10-25T00:30:00Z"));
        LocalDate autumn = LocalDate.of(2026, 10, 25);
        assertThat(mornings.beginsAt(unit(), autumn)).isEqualTo(clock.instant());
        assertThat(mornings.begin(unit(), autumn)).isEqualTo(Beginning.ON_DUTY);
        clock.forward(Duration.ofHours(1));
        assertThat(mornings.begin(unit(), autumn)).isEqualTo(Beginning.PAST);
        assertThat(mornings.nextMorning(unit())).isEqualTo(Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void aNewVersionOfTheModelTakesOverTheNextDay() throws Exception {
        morning();
        String deployment = engine.getRepositoryService()
                .createDeployment()
                .name("a process owner's")
                .addString(
                        "daily-duty.bpmn",
                        Files.readString(Path.of("processes/daily-duty.bpmn")).replace("公布值班", "公布今日值班"))
                .addString("decide-duty.form", Files.readString(Path.of("forms/decide-duty.form")))
                .deploy()
                .getId();
        try {
            nextMorning();
            assertThat(definition().getDeploymentId()).isEqualTo(deployment);
        } finally {
            engine.getRepositoryService().deleteDeployment(deployment, true);
        }
    }

    private ProcessDefinition definition() {
        String id = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .tenantIdIn(unit())
                .singleResult()
                .getProcessDefinitionId();
        return engine.getRepositoryService().getProcessDefinition(id);
    }

    private String instance() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .tenantIdIn(unit())
                .singleResult()
                .getId();
    }

    private void anHourPasses() {
        clock.forward(Duration.ofHours(1));
        sweep.look();
    }

    private void set(Map<String, Object> settings) {
        Unit unit = units.get(unit());
        units.save(new Unit(
                unit.id(),
                unit.name(),
                unit.projectName(),
                unit.parentId(),
                unit.managers(),
                unit.deputies(),
                ByTelephone.unlessChosen(UnitSettings.of(settings))));
    }

    private static <T> List<T> atOnce(Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> result : threads.invokeAll(Collections.nCopies(8, work))) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
