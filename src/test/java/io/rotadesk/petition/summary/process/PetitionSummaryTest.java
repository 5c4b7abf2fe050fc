package io.rotadesk.petition.summary.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.Timers;
import io.rotadesk.engine.MendingSweep;
import io.rotadesk.engine.models.PetitionSummary;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.review.UnitReviews;
import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.SummaryReason;
import io.rotadesk.petition.summary.SummaryReviews;
import io.rotadesk.petition.summary.SummaryVersion;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A month's matters are compiled, analysed and signed off (P7). */
@RotaDeskTest
@Tag("P7")
class PetitionSummaryTest extends SummaryScenario {

    @Autowired
    SummaryReviews reviews;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MendingSweep sweep;

    @Test
    void theLeaderAnalysesAndSignsTheMonth() {
        matter("2026-03-10", Map.of("category", "land", "closed_at", at("2026-03-12"), "outcome", "resolved"));
        ProcessInstance process = compiled();

        assertThat(process)
                .isWaitingAt(PetitionSummary.Task.SIGN_OFF_SUMMARY)
                .hasBusinessKey(versions().get(0).summaryId());
        assertThat(task(process)).hasCandidateUser(centre.leader()).isNotAssigned();
        assertThat(summaries.signingTask(versions().get(0).summaryId()))
                .as("the summary's page leads to it")
                .contains(task(process).getId());
        assertThat(process.getTenantId()).isEqualTo(centre.id());
        assertThat(shown(process, "title")).asString().contains("2026 年 3 月").contains("第 1 版");
        assertThat(shown(process, "figures")).asString().contains("新来访 **1** 件", "已解决：1", "用时中位数 **2** 个工作日");
        assertThatThrownBy(() -> sign(process, " ")).hasMessageContaining("分析意见");
        assertThat(versions().get(0).isSigned()).isFalse();

        complete(task(process), Map.of("decision", "sign", "analysis", "土地问题为主。"));

        assertThat(process)
                .isEnded()
                .hasPassed(PetitionSummary.Task.RECORD_SIGNATURE, PetitionSummary.EndEvent.SUMMARY_SIGNED);
        SummaryVersion signed = versions().get(0);
        assertThat(signed.signedBy()).isEqualTo(centre.leader());
        assertThat(signed.signedAt()).isEqualTo(clock.instant());
        assertThat(signed.analysis()).isEqualTo("土地问题为主。");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(process.getId())
                        .list())
                .isEmpty();
    }

    @Test
    void everyFigureCountsWhatItSays() {
        matter("2026-03-01T00:00", Map.of("category", "land", "group_size", 6, "large_scale", true));
        matter("2026-03-31T23:59", Map.of("category", "land", "anonymous", true));
        matter("2026-04-01T00:00", Map.of("category", "land"));
        String old = matter(
                "2026-02-10", Map.of("category", "road", "overdue_since", at("2026-03-20"), "unit_id", village.id()));
        matter("2026-03-03", Map.of("state", "JOINED", "joined_into", old, "group_size", 3));
        matter("2026-04-01T00:01", Map.of("state", "JOINED", "joined_into", old));
        matter("2026-03-04", Map.of("state", "NOT_RECEIVED"));
        matter("2026-03-04", Map.of("state", "WAITING"));
        matter(
                "2026-02-27",
                Map.of(
                        "category",
                        "road",
                        "closed_at",
                        at("2026-03-02"),
                        "outcome",
                        "explained",
                        "overdue_since",
                        at("2026-03-01"),
                        "satisfied",
                        false));
        matter("2026-03-05", Map.of("closed_at", at("2026-04-01T00:00"), "outcome", "resolved", "satisfied", true));
        urged(old, "2026-02-28T23:59");
        urged(old, "2026-03-01T00:00");
        urged(old, "2026-03-31T23:59");
        urged(old, "2026-04-01T00:00");
        matter("2026-02-05", Map.of("closed_at", at("2026-02-28"), "outcome", "resolved"));
        compileLastMonthOnly();

        Counts total = figures().total();
        assertThat(total).isEqualTo(new Counts(3, 1, 11, 2, 1, 1, 1, 4, 2, 1.0, 1, 1, 0, 2));
        assertThat(figures().byOutcome()).isEqualTo(Map.of("explained", 1));
        assertThat(figures().byCategory().keySet()).containsExactly("land", "", "road");
        assertThat(figures().byUnit().get(village.id()))
                .isEqualTo(new Counts(0, 1, 3, 1, 0, 0, 0, 1, 1, null, null, 0, 0, 2));
    }

    /** Its answer is final, so that the visit reopens nothing. */
    @Test
    void aVisitThatIsNotAcceptedAnyMoreIsAVisitOfTheMonthAndNothingElse() {
        String old = matter(
                "2026-01-05",
                Map.of("closed_at", at("2026-01-20"), "outcome", "explained", "overdue_since", at("2026-01-19")));
        matter("2026-03-03", Map.of("state", "JOINED", "joined_into", old, "group_size", 3));
        compileLastMonthOnly();

        assertThat(figures().total()).isEqualTo(new Counts(0, 1, 3, 1, 0, 0, 0, 0, 0, null, null, 0, 0, 0));
        assertThat(figures().byOutcome()).isEmpty();
    }

    /** The matter was taken up again on the day on which March is compiled. */
    @Test
    void aVisitOfTheMonthIsCountedAlsoIfItsMatterIsReopenedBeforeTheMonthIsCompiled() {
        String old = matter(
                "2026-01-05", Map.of("reopened", 1, "reopened_at", at("2026-04-01T00:01"), "unit_id", village.id()));
        round(old, 1, village.id(), "2026-01-05", "2026-01-20", "explained", null);
        matter("2026-03-03", Map.of("state", "JOINED", "joined_into", old, "group_size", 3));
        compileLastMonthOnly();

        assertThat(figures().total()).isEqualTo(new Counts(0, 1, 3, 1, 0, 0, 0, 0, 0, null, null, 0, 0, 0));
    }

    @Test
    @Tag("P4")
    void reviewsAreCountedAtTheUnitThatReviews() {
        String closed = matter("2026-02-10", Map.of("closed_at", at("2026-02-20"), "unit_id", village.id()));
        reviewed(closed, "2026-02-25", "UPHELD", "2026-03-10");
        reviewed(closed, "2026-03-12", "REDO", "2026-03-31T23:59");
        reviewed(closed, "2026-03-31T23:59", null, null);
        reviewed(closed, "2026-01-12", "CHANGED", "2026-02-28");
        compileLastMonthOnly();

        assertThat(reviews.of(versions().get(0), List.of(centre.id(), village.id())))
                .containsExactly(new UnitReviews(centre.id(), 2, 2, 1, 0, 1, 0, 0));
    }

    private void reviewed(String matter, String asked, String outcome, String told) {
        db.sql("""
                        insert into matter_review (id, matter_id, stage, state, unit_id, of_unit, round, asked_on, ask_by,
                          entered_by, entered_at, due_at, outcome, told_at, ended_at)
                        values (gen_random_uuid()::text, :matter, 'REVIEW', :state, :unit, :of, 0, '2026-03-01', '2026-03-30',
                          'x', :asked, :asked, :outcome, :told, :told)
                        """)
                .param("matter", matter)
                .param("state", told == null ? "ASKED" : "TOLD")
                .param("unit", centre.id())
                .param("of", village.id())
                .param("asked", Timestamp.from(at(asked)))
                .param("outcome", outcome)
                .param("told", told == null ? null : Timestamp.from(at(told)))
                .update();
    }

    private void urged(String matter, String at) {
        db.sql("""
                        insert into matter_urging (matter_id, unit_id, urged_by, by_unit, urged_at, due_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .param(matter)
                .param(village.id())
                .param(centre.leader())
                .param(centre.id())
                .param(java.sql.Timestamp.from(at(at)))
                .param(java.sql.Timestamp.from(at("2026-05-01")))
                .update();
    }

    /** More time, or a reopening, does not take back that the matter was late. */
    @Test
    @Tag("P4")
    void aMatterThatWasOverdueInTheMonthCountsAlsoIfItWasGivenMoreTime() {
        missed(matter("2026-03-02", Map.of("category", "road")), "2026-03-20", at("2026-03-21"));
        missed(matter("2026-02-02", Map.of("category", "land")), "2026-02-20", at("2026-02-21"));
        missed(matter("2026-02-03", Map.of("category", "land")), "2026-02-27", at("2026-03-01T00:00"));
        missed(matter("2026-03-03", Map.of()), "2026-04-01", null);
        compileLastMonthOnly();

        assertThat(figures().total().overdue()).isEqualTo(2);
        assertThat(figures().byCategory().get("road").overdue()).isEqualTo(1);
        assertThat(figures().byCategory().get("land").overdue()).isEqualTo(1);
    }

    private void missed(String matter, String since, Instant ended) {
        db.sql("""
                        insert into matter_missed_deadline (matter_id, due_at, due_kind, since, ended_at)
                        values (:matter, :since, 'HANDLE', :since, :ended)
                        """)
                .param("matter", matter)
                .param("since", Timestamp.from(at(since)))
                .param("ended", ended == null ? null : Timestamp.from(ended))
                .update();
    }

    @Test
    @Tag("P4")
    void theTimeTakenIsInWorkingDaysOfTheMattersUnit() {
        db.sql("insert into calendar_day (unit_id, day, working) values (?, date '2026-03-09', false)")
                .param(village.id())
                .update();
        for (String unit : List.of(centre.id(), village.id())) {
            matter("2026-03-06", Map.of("unit_id", unit, "closed_at", at("2026-03-10"), "outcome", "resolved"));
        }
        matter("2026-03-07", Map.of("closed_at", at("2026-03-07T20:00"), "outcome", "settledOnTheSpot"));
        matter(
                "2025-12-01",
                Map.of(
                        "reopened_at",
                        at("2026-03-02"),
                        "reopened",
                        1,
                        "closed_at",
                        at("2026-03-11"),
                        "outcome",
                        "resolved"));
        compileLastMonthOnly();
        assertThat(figures().byUnit().get(village.id()).medianDays()).isEqualTo(1.0);
        assertThat(figures().byUnit().get(centre.id()).medianDays()).isEqualTo(2.0);
        assertThat(figures().total().longestDays()).isEqualTo(7);
    }

    @Test
    @Tag("P4")
    void aMatterThatCameBackCountsInTheMonthAsItStoodThen() {
        String closedInMarch =
                matter("2026-03-02", Map.of("category", "road", "reopened", 1, "reopened_at", at("2026-04-01T00:01")));
        round(closedInMarch, 1, village.id(), "2026-03-02", "2026-03-10", "resolved", true);
        String twice = matter(
                "2026-03-03",
                Map.of(
                        "category",
                        "land",
                        "reopened",
                        1,
                        "reopened_at",
                        at("2026-03-09"),
                        "closed_at",
                        at("2026-03-20"),
                        "outcome",
                        "resolved",
                        "satisfied",
                        true));
        round(twice, 1, centre.id(), "2026-03-03", "2026-03-05", "explained", false);
        missed(twice, "2026-03-19", at("2026-03-20"));
        String openAgain =
                matter("2026-03-04", Map.of("category", "land", "reopened", 1, "reopened_at", at("2026-03-25")));
        round(openAgain, 1, centre.id(), "2026-03-04", "2026-03-24", "explained", null);
        urged(openAgain, "2026-03-05");
        sign(compiled(), "分析");

        Counts total = figures().total();
        assertThat(total.received()).isEqualTo(3);
        assertThat(total.persons()).isEqualTo(3);
        assertThat(total.closed()).isEqualTo(4);
        assertThat(total.open()).isEqualTo(1);
        assertThat(total.overdue()).as("of one round").isEqualTo(1);
        assertThat(total.rated()).isEqualTo(3);
        assertThat(total.satisfied()).isEqualTo(2);
        assertThat(total.urged()).isEqualTo(1);
        assertThat(total.longestDays()).isEqualTo(14);
        assertThat(figures().byOutcome()).isEqualTo(Map.of("resolved", 2, "explained", 2));
        assertThat(figures().byUnit().get(village.id()).closed()).isEqualTo(1);
        assertThat(summaries.matters(versions().get(0), List.of(centre.id(), village.id())))
                .filteredOn(one -> one.closed() == 1)
                .extracting(one -> one.closedAt())
                .containsExactlyInAnyOrder(at("2026-03-10"), at("2026-03-05"), at("2026-03-20"), at("2026-03-24"));

        matters.reclassify(new MatterId(twice), "housing", centre.leader());
        compile(instance());
        assertThat(figures().byCategory().get("housing").closed()).isEqualTo(2);
    }

    private void round(
            String matter, int round, String unit, String begun, String closed, String outcome, Boolean satisfied) {
        db.sql("""
                        insert into matter_round (matter_id, round, unit_id, begun_at, closed_at, outcome, satisfied)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(matter)
                .param(round)
                .param(unit)
                .param(Timestamp.from(at(begun)))
                .param(Timestamp.from(at(closed)))
                .param(outcome)
                .param(satisfied)
                .update();
    }

    @Test
    void figuresThatAreWrongAreCompiledAgain() {
        String matter = matter("2026-03-10", Map.of());
        ProcessInstance process = compiled();
        db.sql("update matter set group_size = 9 where id = ?").param(matter).update();

        complete(task(process), Map.of("decision", "compileAgain"));
        compile(process);

        assertThat(process).isWaitingAt(PetitionSummary.Task.SIGN_OFF_SUMMARY);
        assertThat(versions()).hasSize(1);
        assertThat(figures().total().persons()).isEqualTo(9);
    }

    @Test
    void aReclassificationAfterTheSignatureMakesANewVersionAndTheSignedOneStays() {
        String matter = matter("2026-03-10", Map.of("category", "land"));
        matter("2026-03-11", Map.of("category", "road"));
        sign(compiled(), "第一版分析");
        SummaryVersion signed = versions().get(0);

        matters.reclassify(new MatterId(matter), "housing", centre.leader());
        // Later changes of other kinds belong to other months.
        db.sql("update matter set unit_id = ? where id = ?")
                .param(village.id())
                .param(matter)
                .update();
        ProcessInstance second = compile(instance());

        assertThat(second)
                .isWaitingAt(PetitionSummary.Task.SIGN_OFF_SUMMARY)
                .hasPassed(PetitionSummary.StartEvent.MATTER_RECLASSIFIED);
        assertThat(versions().get(0).reason()).isEqualTo(SummaryReason.RECLASSIFIED);
        assertThat(versions().get(0).version()).isEqualTo(2);
        assertThat(figures().byCategory().keySet()).containsExactlyInAnyOrder("housing", "road");
        assertThat(figures().byUnit().get(centre.id()).received()).isEqualTo(2);
        assertThat(shown(second, "analysis")).isEqualTo("第一版分析");
        assertThat(summaries.before(versions().get(0))).contains(signed);
        assertThat(summaries.figures(signed, List.of(centre.id())).byCategory().keySet())
                .containsExactlyInAnyOrder("land", "road");
        sign(second, "第二版分析");
        assertThat(versions()).extracting(SummaryVersion::analysis).containsExactly("第二版分析", "第一版分析");
    }

    @Test
    void reclassificationsWhileAVersionWaitsAreCompiledIntoIt() {
        String one = matter("2026-03-10", Map.of("category", "land"));
        String other = matter("2026-03-11", Map.of("category", "land"));
        ProcessInstance process = compiled();

        matters.reclassify(new MatterId(one), "road", centre.leader());
        assertThat(process)
                .hasPassed(PetitionSummary.Event.SUMMARY_OUTDATED)
                .isWaitingAt(PetitionSummary.Task.COMPILE_SUMMARY);
        matters.reclassify(new MatterId(other), "housing", centre.leader());
        compile(process);

        assertThat(process).isWaitingAt(PetitionSummary.Task.SIGN_OFF_SUMMARY);
        assertThat(versions()).hasSize(1);
        assertThat(figures().byCategory().keySet()).containsExactlyInAnyOrder("road", "housing");
    }

    @Test
    void severalReclassificationsInOneStepMakeOneVersion() {
        String one = matter("2026-03-10", Map.of("category", "land"));
        String other = matter("2026-03-11", Map.of("category", "land"));
        sign(compiled(), "分析");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            matters.reclassify(new MatterId(one), "road", centre.leader());
            matters.reclassify(new MatterId(other), "road", centre.leader());
        });
        compile(instance());
        assertThat(versions()).hasSize(2);
        assertThat(figures().byCategory().keySet()).containsExactly("road");
    }

    @Test
    void aMonthInWhichTheMatterWasMerelyOpenStaysAsItIs() {
        String matter = matter("2026-02-10", Map.of("category", "land"));
        starter.startMissing();
        instances().forEach(this::compile);
        assertThat(versions()).hasSize(2);
        instances().forEach(process -> sign(process, "分析"));

        matters.reclassify(new MatterId(matter), "road", centre.leader());
        compile(instance());

        assertThat(versions())
                .extracting(version -> version.month() + " " + version.version())
                .containsExactly("2026-03 1", "2026-02 2", "2026-02 1");
    }

    @Test
    void nobodyChangesWhatWasSigned() {
        matter("2026-03-10", Map.of("category", "land"));
        sign(compiled(), "分析");
        String id = versions().get(0).summaryId();
        for (String sql : List.of(
                "update summary_version set analysis = 'x' where summary_id = ?",
                "delete from summary_version where summary_id = ?",
                "update summary_item set category = 'x' where summary_id = ?",
                "delete from summary_item where summary_id = ?",
                "insert into summary_item select summary_id, version, matter_id || 'x', unit_id, category, 1, 0, 1, 0,"
                        + " 0, 0, 0, null, null, 1, 0 from summary_item where summary_id = ?")) {
            assertThatThrownBy(() -> db.sql(sql).param(id).update()).hasMessageContaining("signed summary");
        }
    }

    @Test
    void theLeaderIsRemindedAndThenTheDeputyIsTold() {
        matter("2026-03-10", Map.of());
        ProcessInstance process = compiled();
        // Three working days after Wednesday the first of April, and three more.
        assertThat(task(process).getDueDate()).isEqualTo(Date.from(at("2026-04-06T23:59:59")));
        assertThat(reminder(process, "tellDeputy").getDuedate()).isEqualTo(Date.from(at("2026-04-09T23:59:59")));

        execute(reminder(process, "remind"));
        assertThat(task(process).getPriority()).isEqualTo(75);
        execute(reminder(process, "tellDeputy"));
        assertThat(task(process)).hasCandidateUser(centre.deputy()).hasCandidateUser(centre.leader());
    }

    @Test
    void aLeaderAsksForAMonthAgain() {
        matter("2026-03-10", Map.of());
        sign(compiled(), "分析");
        matter("2026-03-11", Map.of());

        ProcessInstance asked = ask(centre.id(), "2026-03");
        compile(asked);

        assertThat(asked)
                .hasPassed(PetitionSummary.Task.OPEN_SUMMARY)
                .isWaitingAt(PetitionSummary.Task.SIGN_OFF_SUMMARY);
        assertThat(versions().get(0).reason()).isEqualTo(SummaryReason.ASKED);
        assertThat(figures().total().received()).isEqualTo(2);
        assertThatThrownBy(() -> ask(centre.id(), "2026-03")).hasMessageContaining("2026-03 的汇总正在等候签发");
    }

    @Test
    void onlyAMonthThatIsOverAndOnlyTheTopUnit() {
        assertThatThrownBy(() -> ask(centre.id(), "2026-04")).hasMessageContaining("2026-04 还没有结束");
        assertThatThrownBy(() -> ask(centre.id(), "2026-13")).hasMessageContaining("月份");
        assertThatThrownBy(() -> ask(village.id(), "2026-03")).hasMessageContaining("只有没有上级的接访单位");
    }

    @Test
    void theMonthsEndIsNoticedOnceOnManyNodesAndAMissedMonthIsMadeUpFor() throws Exception {
        matter("2026-02-10", Map.of());
        var threads = Executors.newFixedThreadPool(6);
        try {
            Callable<Void> look = () -> {
                starter.startMissing();
                return null;
            };
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(6, look))) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(instances()).hasSize(2);
        starter.startMissing();
        assertThat(instances()).hasSize(2);

        clock.set(at("2026-05-31T23:30"));
        sweep.look();
        assertThat(instances()).hasSize(3);
        clock.set(at("2026-06-01T00:30"));
        sweep.look();
        List<String> months = new ArrayList<>();
        instances()
                .forEach(process ->
                        months.add((String) engine.getRuntimeService().getVariable(process.getId(), "month")));
        assertThat(months).containsExactlyInAnyOrder("2026-02", "2026-03", "2026-04", "2026-05");
    }

    @Test
    void theMonthEndsInTheUnitsTimeZone() {
        matter("2026-03-10", Map.of());
        clock.set(at("2026-04-01T00:00").minus(Duration.ofSeconds(1)));
        starter.startMissing();
        assertThat(instances()).isEmpty();
        clock.set(at("2026-04-01T00:00"));
        starter.startMissing();
        assertThat(instances()).hasSize(1);
        assertThat(summaries.lastMonth(centre.id())).isEqualTo(YearMonth.of(2026, 3));
    }

    @Test
    void aTownWithoutMattersHasNoSummary() {
        starter.startMissing();
        assertThat(instances()).isEmpty();
    }

    private void compileLastMonthOnly() {
        String id = summaries.ask(centre.id(), YearMonth.of(2026, 3));
        summaries.compile(id, SummaryReason.ASKED);
    }

    private ProcessInstance ask(String unitId, String month) {
        String leader = unitId.equals(centre.id()) ? centre.leader() : village.leader();
        engine.getIdentityService().setAuthentication(leader, List.of("petition-leaders"), List.of(unitId));
        try {
            return engine.getFormService()
                    .submitStartForm(
                            engine.getRepositoryService()
                                    .createProcessDefinitionQuery()
                                    .processDefinitionKey(PetitionSummary.PROCESS)
                                    .latestVersion()
                                    .singleResult()
                                    .getId(),
                            Map.of("month", month));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private List<ProcessInstance> instances() {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(PetitionSummary.PROCESS)
                .tenantIdIn(centre.id())
                .list();
    }

    private Job reminder(ProcessInstance process, String listener) {
        return Timers.only(
                engine.getManagementService().createJobQuery().processInstanceId(process.getId()),
                "Task_SignOffSummary." + listener);
    }
}
