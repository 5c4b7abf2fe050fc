package io.rotadesk.staff.erasing;

import io.rotadesk.engine.OpenTexts;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Replaces the person's number by a star where people wrote it into texts about somebody else. Runs last, when the
 * person's own records are gone.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ErasedMentions implements PersonalRecords {

    private static final String STAR = "*";
    /** A shorter number could be any figure. */
    private static final int SHORTEST = 7;

    private final JdbcClient db;
    private final OpenTexts open;
    private final List<FreeTexts> texts;

    ErasedMentions(JdbcClient db, OpenTexts open, List<FreeTexts> texts) {
        this.db = db;
        this.open = open;
        // One order everywhere, so that two erasures at the same time cannot deadlock.
        this.texts = texts.stream()
                .sorted(Comparator.comparing(FreeTexts::tableOfTexts))
                .toList();
    }

    @Override
    public String kind() {
        return "mentions";
    }

    @Override
    public int erase(Person person, String by) {
        String mention = Stream.of(person.digits())
                .filter(digits -> digits.length() >= SHORTEST)
                .map(ErasedMentions::spelledAnyHow)
                .collect(Collectors.joining("|"));
        if (mention.isEmpty()) {
            return 0;
        }
        String pattern = "(?<![0-9])\\+?(?:" + mention + ")(?![0-9])";
        int found = texts.stream()
                .mapToInt(table -> erase(table.tableOfTexts(), table.columnsOfTexts(), person.unitId(), pattern))
                .sum();
        open.replace(person.unitId(), Pattern.compile(pattern), STAR);
        return found;
    }

    private int erase(String table, List<String> columns, String unit, String pattern) {
        String assignments = columns.stream()
                .map(column -> column + " = regexp_replace(" + column + ", :pattern, '" + STAR + "', 'g')")
                .collect(Collectors.joining(", "));
        String mentioned =
                columns.stream().map(column -> column + " ~ :pattern").collect(Collectors.joining(" or "));
        return db.sql("update " + table + " set " + assignments + " where unit_id = :unit and (" + mentioned + ")")
                .param("unit", unit)
                .param("pattern", pattern)
                .update();
    }

    /** Matches with a space, hyphen or full stop between any of the digits. */
    private static String spelledAnyHow(String digits) {
        return digits.chars().mapToObj(digit -> String.valueOf((char) digit)).collect(Collectors.joining("[-. ]?"));
    }
}
