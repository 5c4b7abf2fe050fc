package io.rotadesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Looks for a person's data where nothing of it may be left. It accepts only unmistakable words: a few digits occur in
 * ids, times and ports by chance, and the test would fail for nothing.
 */
@Component
public class Traces {

    /** A national number; a time in milliseconds has other first digits. */
    private static final String PHONE = "1[3-9]\\d{9}";

    private static final AtomicInteger made = new AtomicInteger(1000);

    private final JdbcClient db;

    Traces(JdbcClient db) {
        this.db = db;
    }

    /** @return these Chinese words with others appended, so that only this test has them */
    public static String own(String words) {
        StringBuilder own = new StringBuilder(words);
        String.valueOf(made.incrementAndGet()).chars().forEach(digit -> own.append("甲乙丙丁戊己庚辛壬癸".charAt(digit - '0')));
        return own.toString();
    }

    /** @return a mobile number of eleven digits that only this test has */
    public static String ownPhone() {
        return "1398765" + made.incrementAndGet();
    }

    /**
     * Fails if one of the values contains one of the words.
     *
     * @param values any values; null contains nothing
     * @param words Chinese words, or mobile numbers of eleven digits, which are found in any spelling
     */
    public static void assertNone(Stream<?> values, String... words) {
        List<String> texts = values.map(value -> Objects.toString(value, ""))
                .map(Traces::joined)
                .toList();
        assertThat(texts).as("something to look at").isNotEmpty();
        for (String word : words) {
            unmistakable(word);
            assertThat(texts).as("traces of " + word).noneMatch(text -> text.contains(word));
        }
    }

    /** Every table and column of both schemas that holds the words; numbers are searched as given. */
    public List<String> placesThatHold(String words) {
        unmistakable(words.replace(" ", "").replaceFirst("^[+]86", ""));
        List<String> places = new ArrayList<>();
        db.sql("""
                        select table_schema || '.' || table_name as name, column_name as part, data_type as type
                        from information_schema.columns
                        where table_schema in ('public', 'rotadesk')
                          and data_type in ('text', 'character varying', 'jsonb', 'ARRAY', 'bytea')
                        """).query().listOfRows().forEach(column -> {
            String part = "\"" + column.get("part") + "\"";
            // Bytes are compared as bytes; anything else by its text.
            String bytes = "bytea".equals(column.get("type")) ? part : "convert_to(" + part + "::text, 'UTF8')";
            boolean found = db.sql("select exists (select from " + column.get("name")
                            + " where position(convert_to(:words, 'UTF8') in " + bytes + ") > 0)")
                    .param("words", words)
                    .query(Boolean.class)
                    .single();
            if (found) {
                places.add(column.get("name") + "." + column.get("part"));
            }
        });
        return places;
    }

    /** A number in groups counts as one number. */
    private static String joined(String text) {
        return text.replaceAll("(?<=\\d)[ -](?=\\d)", "");
    }

    private static void unmistakable(String word) {
        if (!word.matches("\\p{IsHan}{2}.*") && !word.matches(PHONE)) {
            throw new IllegalArgumentException(
                    "'" + word + "' may stand somewhere by chance: look for two Chinese characters or a whole number");
        }
    }
}
