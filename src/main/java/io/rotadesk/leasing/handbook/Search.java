package io.rotadesk.leasing.handbook;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Finds sections by what somebody types while a customer waits. Chinese has no spaces between words. If no section
 * contains the whole text, those that share most pairs of characters with it are shown, so that "停车费多少钱" finds the
 * answer on parking.
 */
final class Search {

    private static final int NEAREST = 5;

    private final List<String> words;

    Search(String typed) {
        words = Stream.of(plain(typed == null ? "" : typed).split(" "))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    Found in(List<Section> sections) {
        if (words.isEmpty()) {
            return new Found(sections, true);
        }
        List<Section> exact = best(sections, this::exactness);
        if (!exact.isEmpty()) {
            return new Found(exact, true);
        }
        return new Found(best(sections, this::nearness).stream().limit(NEAREST).toList(), false);
    }

    private static List<Section> best(List<Section> sections, ToIntFunction<Section> score) {
        record Hit(Section section, int score) {}
        return sections.stream()
                .map(section -> new Hit(section, score.applyAsInt(section)))
                .filter(hit -> hit.score > 0)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .map(Hit::section)
                .toList();
    }

    private int exactness(Section section) {
        String title = plain(section.title());
        if (words.stream().allMatch(title::contains)) {
            return 2;
        }
        String all = title + " " + plain(section.markdown());
        return words.stream().allMatch(all::contains) ? 1 : 0;
    }

    private int nearness(Section section) {
        String title = plain(section.title());
        String text = plain(section.markdown());
        Set<String> pairs = new HashSet<>();
        for (String word : words) {
            for (int i = 0; i + 2 <= word.length(); i++) {
                pairs.add(word.substring(i, i + 2));
            }
        }
        return pairs.stream()
                .mapToInt(pair -> (title.contains(pair) ? 2 : 0) + (text.contains(pair) ? 1 : 0))
                .sum();
    }

    /** The text in one case and one width, with punctuation and Markdown marks as blanks. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{Punct}\\p{IsPunctuation}\\s]+", " ")
                .strip();
    }
}
