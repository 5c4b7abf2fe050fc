package io.rotadesk.engine;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the name that somebody probably meant: one that differs by blanks, case, signs, or by something at its end.
 */
final class NearMiss {

    private NearMiss() {}

    /** @return the name most similar to the wanted one, but not equal to it */
    static Optional<String> of(String wanted, Collection<String> names) {
        Optional<String> same = names.stream()
                .filter(name -> !name.equals(wanted) && isSame(name, wanted))
                .findFirst();
        return same.isPresent()
                ? same
                : names.stream()
                        .filter(name -> !name.equals(wanted) && !bare(name).isEmpty())
                        .filter(name -> bare(name).startsWith(bare(wanted))
                                || bare(wanted).startsWith(bare(name)))
                        .sorted()
                        .findFirst();
    }

    /** @return whether the names differ by blanks, case and signs only */
    static boolean isSame(String one, String other) {
        return bare(one).equals(bare(other));
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
