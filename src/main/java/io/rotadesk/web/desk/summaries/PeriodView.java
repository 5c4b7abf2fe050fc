package io.rotadesk.web.desk.summaries;

import java.time.LocalDate;
import java.util.List;

/**
 * The figures of a period as the register is now; nobody signs them.
 *
 * @param last the last day; counts too
 */
record PeriodView(
        LocalDate from,
        LocalDate last,
        List<SummaryView.Card> cards,
        List<SummaryView.Line> categories,
        List<SummaryView.Line> units,
        List<SummaryView.Outcome> outcomes) {}
