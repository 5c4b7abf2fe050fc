package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.matter.MatterCategories;
import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.Figures;
import io.rotadesk.petition.summary.SummaryWording;
import io.rotadesk.web.desk.summaries.SummaryView.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The categories of a summary as a tree (P7): each one with others below it is a sum, followed by its parts, the largest first. */
@Component
class CategoryLines {

    private final MatterCategories categories;
    private final SummaryWording words;
    private final MessageSource messages;

    CategoryLines(MatterCategories categories, SummaryWording words, MessageSource messages) {
        this.categories = categories;
        this.words = words;
        this.messages = messages;
    }

    /** @param before what it is compared with; null for nothing */
    List<Line> of(Figures figures, Figures before, Locale locale) {
        Set<String> all = Stream.concat(figures.byCategory().keySet().stream(), figures.byUpper().keySet().stream())
                .collect(Collectors.toSet());
        List<Line> lines = new ArrayList<>();
        new Tree(all, figures, before, locale, lines).add(null, 0);
        return lines;
    }

    private final class Tree {

        private final Set<String> all;
        private final Figures figures;
        private final Figures before;
        private final Locale locale;
        private final List<Line> lines;

        Tree(Set<String> all, Figures figures, Figures before, Locale locale, List<Line> lines) {
            this.all = all;
            this.figures = figures;
            this.before = before;
            this.locale = locale;
            this.lines = lines;
        }

        void add(String upper, int level) {
            all.stream()
                    .filter(code -> Objects.equals(upper(code), upper))
                    .sorted(Comparator.comparingInt(
                                    (String code) -> -counts(figures, code).received())
                            .thenComparing(Comparator.naturalOrder()))
                    .forEach(code -> addWithBelow(code, level));
        }

        private void addWithBelow(String code, int level) {
            boolean sum = figures.byUpper().containsKey(code);
            Counts earlier = before == null ? null : counts(before, code);
            lines.add(line(words.categoryAlone(code, locale), counts(figures, code), earlier, level, sum));
            add(code, level + 1);
            if (sum && figures.byCategory().containsKey(code)) {
                // Matters from before the category was divided keep it.
                lines.add(line(
                        messages.getMessage("desk.summaries.undivided", null, locale),
                        figures.byCategory().get(code),
                        before == null ? null : before.byCategory().getOrDefault(code, Counts.NONE),
                        level + 1,
                        false));
            }
        }

        private static Line line(String name, Counts counts, Counts earlier, int level, boolean sum) {
            Integer change = earlier == null ? null : counts.received() - earlier.received();
            return new Line(name, counts, change, level, sum);
        }

        private static Counts counts(Figures figures, String code) {
            Counts own = figures.byCategory().getOrDefault(code, Counts.NONE);
            return figures.byUpper().getOrDefault(code, own);
        }

        private String upper(String code) {
            return categories.above(code).stream().findFirst().orElse(null);
        }
    }
}
