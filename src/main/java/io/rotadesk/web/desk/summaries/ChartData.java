package io.rotadesk.web.desk.summaries;

import java.util.List;

/**
 * What a chart on a page draws; the page's script reads it as JSON.
 *
 * @param type bar, bars that lie, or doughnut
 */
record ChartData(String type, List<String> labels, List<Series> series) {

    record Series(String label, List<Integer> values) {}
}
