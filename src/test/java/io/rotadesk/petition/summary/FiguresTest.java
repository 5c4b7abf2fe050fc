package io.rotadesk.petition.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tables computed from the grouped rows, without a database. */
@Tag("P7")
class FiguresTest {

    @Test
    void medianAndLongestAreExactForAnyPartOfTheTree() {
        Figures figures = Figures.of(
                List.of(
                        closed("centre", "land", "resolved", 1, 2),
                        closed("centre", "land", "explained", 4, 1),
                        closed("village", "land", "resolved", 9, 1),
                        closed("village", "water", "resolved", 0, 1)),
                List.of("village", "centre", "hamlet"),
                category -> List.of());
        assertThat(figures.total().closed()).isEqualTo(5);
        assertThat(figures.total().medianDays()).isEqualTo(1.0);
        assertThat(figures.total().longestDays()).isEqualTo(9);
        assertThat(figures.byUnit().keySet()).containsExactly("village", "centre", "hamlet");
        assertThat(figures.byUnit().get("village").medianDays()).isEqualTo(4.5);
        assertThat(figures.byUnit().get("hamlet")).isEqualTo(Counts.NONE);
        assertThat(figures.byCategory().get("land").medianDays()).isEqualTo(2.5);
        assertThat(figures.total().rated()).isEqualTo(5);
        assertThat(figures.total().satisfied()).isEqualTo(4);
        assertThat(figures.total().satisfiedPercent()).isEqualTo(80);
        assertThat(figures.byUnit().get("village").satisfiedPercent()).isEqualTo(100);
        assertThat(Counts.NONE.satisfiedPercent()).as("nobody was asked").isNull();
        assertThat(figures.byOutcome()).isEqualTo(Map.of("resolved", 4, "explained", 1));
        assertThat(figures.byOutcome().keySet()).containsExactly("resolved", "explained");
    }

    @Test
    void theCategoryWithMostNewMattersComesFirst() {
        Figures figures = Figures.of(
                List.of(
                        open("centre", "land", 1, 0),
                        open("centre", "water", 3, 1),
                        open("centre", "", 2, 2),
                        open("village", "land", 4, 0)),
                List.of("centre", "village"),
                category -> List.of());
        assertThat(figures.byCategory().keySet()).containsExactly("land", "water", "");
        assertThat(figures.total().overdue()).isEqualTo(3);
        assertThat(figures.total().medianDays()).isNull();
        assertThat(figures.byOutcome()).isEmpty();
    }

    @Test
    void anUpperCategoryCountsItsOwnMattersAndAllBelow() {
        Map<String, List<String>> above = Map.of("paddy", List.of("field", "land"), "field", List.of("land"));
        Figures figures = Figures.of(
                List.of(
                        closed("centre", "paddy", "resolved", 1, 1),
                        closed("centre", "paddy", "resolved", 5, 1),
                        closed("centre", "field", "resolved", 9, 1),
                        open("centre", "land", 4, 1),
                        open("centre", "water", 2, 0)),
                List.of("centre"),
                category -> above.getOrDefault(category, List.of()));
        assertThat(figures.byUpper().keySet()).containsExactly("field", "land");
        assertThat(figures.byUpper().get("field").closed()).isEqualTo(3);
        assertThat(figures.byUpper().get("field").medianDays()).isEqualTo(5.0);
        assertThat(figures.byUpper().get("land").received()).isEqualTo(4);
        assertThat(figures.byUpper().get("land").closed()).isEqualTo(3);
        assertThat(figures.byCategory().keySet()).containsExactlyInAnyOrder("paddy", "field", "land", "water");
    }

    @Test
    void nothingHasNoMedian() {
        assertThat(Figures.median(new TreeMap<>())).isNull();
        assertThat(Figures.median(new TreeMap<>(Map.of(3, 1)))).isEqualTo(3.0);
        assertThat(Figures.median(new TreeMap<>(Map.of(3, 1, 4, 1)))).isEqualTo(3.5);
    }

    private static FigureRow closed(String unit, String category, String outcome, int days, int count) {
        return new FigureRow(unit, category, outcome, days, 0, 0, 0, 0, 0, 0, count, 0, 0, count, 1, 0);
    }

    private static FigureRow open(String unit, String category, int received, int overdue) {
        return new FigureRow(unit, category, null, null, received, 0, received, 0, 0, 0, 0, received, overdue, 0, 0, 0);
    }
}
