package io.rotadesk.petition.summary.process;

import static io.rotadesk.petition.summary.process.SummaryVariables.DECISION;
import static io.rotadesk.petition.summary.process.SummaryVariables.MONTH;
import static io.rotadesk.petition.summary.process.SummaryVariables.REASON;
import static io.rotadesk.petition.summary.process.SummaryVariables.SUMMARY_ID;
import static io.rotadesk.petition.summary.process.SummaryVariables.UNIT_ID;
import static io.rotadesk.petition.summary.process.SummaryVariables.VERSION;

import io.rotadesk.engine.Actor;
import io.rotadesk.engine.ModelBean;
import io.rotadesk.engine.ModelKey;
import io.rotadesk.engine.ProcessVariables;
import io.rotadesk.engine.RefusedException;
import io.rotadesk.engine.models.Fields;
import io.rotadesk.petition.summary.MonthStarter;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.petition.summary.SummaryProcess;
import io.rotadesk.petition.summary.SummaryReason;
import io.rotadesk.petition.summary.SummaryWording;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.YearMonth;
import java.util.Set;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps of {@code petition-summary.bpmn}: each calls {@link Summaries}. */
@Configuration(proxyBeanMethods = false)
class SummaryDelegates {

    @Bean
    ProcessVariables summaryVariables() {
        return SummaryVariables.DECLARED;
    }

    /** A tree's summary covers all of its units. */
    @Bean
    ModelKey summaryKey(ObjectProvider<Summaries> summaries, ObjectProvider<Units> units) {
        return new ModelKey(
                Set.of("summaryId"),
                (id, unit) -> summaries
                        .getObject()
                        .rootOf(id)
                        .map(root -> root.equals(unit) || units.getObject().inOneTree(root, unit))
                        .orElse(true));
    }

    /** {@code petition-month.bpmn}, which installations up to November 2026 have, looked for ended months and names it. */
    @Bean
    @ModelBean("startMissingSummaries")
    JavaDelegate startMissingSummaries(MonthStarter starter) {
        return execution -> starter.startMissing();
    }

    /** A leader asks for the summary of a month in Tasklist. */
    @Bean
    @ModelBean("openSummary")
    JavaDelegate openSummary(Summaries summaries, SummaryProcess process, Units units, SummaryWording wording) {
        return execution -> {
            String unitId = execution.getTenantId();
            Unit unit = unitId == null ? null : units.get(unitId);
            if (unit == null || unit.kind() != UnitKind.PETITION || unit.parentId() != null) {
                throw new RefusedException(wording.toReader("summary.refused.notTop"));
            }
            YearMonth month = YearMonth.parse(MONTH.get(execution));
            YearMonth last = summaries.lastMonth(unitId);
            if (month.isAfter(last)) {
                throw new RefusedException(
                        wording.toReader("summary.refused.notOver", month.toString(), last.toString()));
            }
            String summaryId = summaries.ask(unitId, month);
            if (process.isRunning(summaryId)) {
                throw new RefusedException(wording.toReader("summary.refused.running", month.toString()));
            }
            SUMMARY_ID.set(execution, summaryId);
            UNIT_ID.set(execution, unitId);
            REASON.set(execution, SummaryReason.ASKED.name());
            execution.setProcessBusinessKey(summaryId);
        };
    }

    @Bean
    @ModelBean("compileSummary")
    JavaDelegate compileSummary(Summaries summaries) {
        return execution -> VERSION.set(execution, (long)
                summaries.compile(SUMMARY_ID.get(execution), SummaryReason.valueOf(REASON.get(execution))));
    }

    /** The leader's analysis goes to our table and is deleted with the task, signed or not. */
    @Bean
    @ModelBean("saveSummaryAnalysis")
    TaskListener saveSummaryAnalysis(Summaries summaries, Actor actor, SummaryWording wording) {
        return task -> {
            Object analysis = task.getVariable(Fields.ANALYSIS);
            boolean none = analysis == null || analysis.toString().isBlank();
            if (none && DECISION.get(task).equals("sign")) {
                throw new RefusedException(wording.toReader("summary.refused.noAnalysis"));
            }
            summaries.analysed(
                    SUMMARY_ID.get(task),
                    VERSION.get(task).intValue(),
                    none ? null : analysis.toString(),
                    actor.loginOr(task));
        };
    }

    @Bean
    @ModelBean("recordSummarySignature")
    JavaDelegate recordSummarySignature(Summaries summaries) {
        return execution ->
                summaries.sign(SUMMARY_ID.get(execution), VERSION.get(execution).intValue());
    }
}
