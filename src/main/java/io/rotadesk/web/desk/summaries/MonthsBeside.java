package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.Summaries;
import io.rotadesk.staff.unit.Unit;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The running month as it stands now, beside the months that were summed up before (P7). */
@Component
public class MonthsBeside {

    private static final int MOST = 4;

    private final Summaries summaries;
    private final SummaryViews views;
    private final Clock clock;

    MonthsBeside(Summaries summaries, SummaryViews views, Clock clock) {
        this.summaries = summaries;
        this.views = views;
        this.clock = clock;
    }

    /**
     * A month.
     *
     * @param month as {@code 2026-03}
     * @param summaryId null for the running month
     * @param signed whether somebody has signed the newest version
     * @param satisfied of a hundred who were asked; null if nobody was
     */
    public record Month(
            String month,
            String summaryId,
            int version,
            boolean signed,
            int received,
            int repeats,
            int closed,
            int open,
            int overdue,
            int urged,
            Integer satisfied) {}

    /** The running month first, then the newest versions of those before it. */
    @Transactional(readOnly = true)
    public List<Month> of(Unit unit) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), unit.settings().zone());
        Counts now = summaries.look(unit, today.withDayOfMonth(1), today, false).total();
        Month running = new Month(
                today.toString().substring(0, 7),
                null,
                0,
                false,
                now.received(),
                now.repeats(),
                now.closed(),
                now.open(),
                now.overdue(),
                now.urged(),
                now.satisfiedPercent());
        return Stream.concat(
                        Stream.of(running),
                        views.months(unit).stream().limit(MOST).map(MonthsBeside::month))
                .toList();
    }

    private static Month month(MonthRow row) {
        return new Month(
                row.version().month().toString(),
                row.version().summaryId(),
                row.version().version(),
                row.version().isSigned(),
                row.total().received(),
                row.total().repeats(),
                row.total().closed(),
                row.total().stillOpen(),
                row.total().overdue(),
                row.total().urged(),
                row.total().satisfiedPercent());
    }
}
