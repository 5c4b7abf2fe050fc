package io.rotadesk.staff.erasing;

import io.rotadesk.engine.OpenTaskTexts;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The places where people wrote a person's number into texts about somebody else. */
@Component
public class Mentions {

    /** A shorter number could be any figure. */
    private static final int SHORTEST = 7;

    private final JdbcClient db;
    private final OpenTaskTexts open;
    private final List<FreeTexts> texts;

    Mentions(JdbcClient db, OpenTaskTexts open, List<FreeTexts> texts) {
        this.db = db;
        this.open = open;
        // One order everywhere, so that two erasures at the same time cannot deadlock.
        this.texts = texts.stream()
                .sorted(Comparator.comparing(FreeTexts::tableOfTexts))
                .toList();
    }

    /**
     * Puts a star in the place of the person's number, in the tables and the open tasks of these units.
     *
     * @return the number of records that had it
     */
    public int erase(Collection<String> units, Person person) {
        // A local number behind another area code is somebody else's.
        String pattern = Stream.concat(
                        written(person.digitsInFull(), "(?<![0-9])(?:\\+|00)?"),
                        written(person.digitsAmongThemselves().stream(), "(?<![0-9][-. )）]?)"))
                .collect(Collectors.joining("|"));
        if (pattern.isEmpty()) {
            return 0;
        }
        int found =
                texts.stream().mapToInt(table -> erase(table, units, pattern)).sum();
        open.replace(units, Pattern.compile(pattern), FreeTexts.STAR);
        return found;
    }

    private int erase(FreeTexts table, Collection<String> units, String pattern) {
        String assignments = table.columnsOfTexts().stream()
                .map(column -> column + " = regexp_replace(" + column + ", :pattern, '" + FreeTexts.STAR + "', 'g')")
                .collect(Collectors.joining(", "));
        String mentioned = table.columnsOfTexts().stream()
                .map(column -> column + " ~ :pattern")
                .collect(Collectors.joining(" or "));
        return db.sql("update " + table.tableOfTexts() + " set " + assignments + " where (" + table.ofUnits()
                        + ") and (" + mentioned + ")")
                .param("units", units.toArray(String[]::new))
                .param("pattern", pattern)
                .update();
    }

    private static Stream<String> written(Stream<String> numbers, String before) {
        return numbers.filter(digits -> digits.length() >= SHORTEST)
                .map(digits -> before + inAnySpelling(digits) + "(?![0-9])");
    }

    /** Matches with spaces, hyphens, full stops or brackets between any of the digits. */
    private static String inAnySpelling(String digits) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf((char) digit))
                .collect(Collectors.joining("[-. ()（）]{0,2}"));
    }
}
