package io.rotadesk.web.desk.summaries;

import java.util.List;

/**
 * The data of a chart on a page; the page's script reads it as JSON.
 *
 * @param type bar, horizontal bar, or doughnut
 */
record ChartData(String type, List<String> labels, List<Series> series) {

    record Series(String label, List<Integer> values) {}
}
