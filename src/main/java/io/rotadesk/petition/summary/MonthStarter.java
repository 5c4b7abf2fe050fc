package io.rotadesk.petition.summary;

import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.Units;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes sure that every past month has a summary, for each petition unit without a unit above, from the month of its
 * first matter on. Months that ended while the application was down are caught up on.
 */
@Component
public class MonthStarter {

    private static final Logger log = LoggerFactory.getLogger(MonthStarter.class);

    /** Nobody would sign an older one. */
    private static final int MOST_MONTHS = 12;

    private final Units units;
    private final SummaryRows rows;
    private final Summaries summaries;
    private final SummaryProcess process;

    MonthStarter(Units units, SummaryRows rows, Summaries summaries, SummaryProcess process) {
        this.units = units;
        this.rows = rows;
        this.summaries = summaries;
        this.process = process;
    }

    /** Safe to call at any time, from any node: one starts a month's summary, the others find it started. */
    @Transactional
    public void startMissing() {
        units.all().stream()
                .filter(unit -> unit.kind() == UnitKind.PETITION && unit.parentId() == null)
                .forEach(this::startMissing);
    }

    private void startMissing(Unit unit) {
        ZoneId zone = unit.settings().zone();
        YearMonth last = summaries.lastMonth(unit.id());
        Set<YearMonth> there = new HashSet<>(rows.months(unit.id()));
        rows.firstArrival(unit.id())
                .map(first -> YearMonth.from(first.atZone(zone)))
                .ifPresent(first -> {
                    YearMonth oldest = last.minusMonths(MOST_MONTHS - 1L);
                    for (YearMonth month = first.isAfter(oldest) ? first : oldest;
                            !month.isAfter(last);
                            month = month.plusMonths(1)) {
                        if (!there.contains(month)) {
                            start(unit.id(), month);
                        }
                    }
                });
    }

    private void start(String unitId, YearMonth month) {
        summaries.register(unitId, month).ifPresent(due -> {
            process.start(due);
            log.info("The summary of {} for unit {} is on its way", month, unitId);
        });
    }
}
