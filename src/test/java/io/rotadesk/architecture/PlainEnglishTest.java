package io.rotadesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeps comments and test names in plain English, as far as a pattern can tell: subject, verb, object. */
class PlainEnglishTest {

    /** Packages whose comments are still to be rewritten. Nothing is added here. */
    private static final List<String> NOT_YET = List.of();

    /** Texts come first, so that a comment's beginning within a text is no comment. */
    private static final Pattern TEXT_OR_COMMENT = Pattern.compile("\"\"\"[\\s\\S]*?\"\"\""
            + "|\"(?:\\\\.|[^\"\\\\\n])*+\""
            + "|'(?:\\\\.|[^'\\\\\n])++'"
            + "|/\\*[\\s\\S]*?\\*/"
            + "|//[^\n]*+(?:\n[ \t]*+//[^\n]*+)*+");

    private static final Pattern LEADERS = Pattern.compile("^[ \t]*+(?:/\\*\\*?|\\*/|\\*|//)", Pattern.MULTILINE);

    private static final Pattern SENTENCE_END =
            Pattern.compile("(?<=[.!?])\\s+|\\s+@(?:param \\S+|return|throws \\S+) ");

    private static final Pattern HEADLESS = Pattern.compile("(?:Who|Whom|Whoever)\\s[^?]*");

    private static final Pattern ODD_WORDS = Pattern.compile(
            "\\banew\\b|\\bin vain\\b|\\breckon\\w*|\\bbe it\\b|\\bthe (?:first|next|newest|latest|oldest|nearest) first\\b");

    private static final Pattern HEADLESS_TEST =
            Pattern.compile("\\bvoid ((?:who|whom|whoever|whose|what)[A-Z]\\w*)\\(");

    @Test
    void noSentenceOfACommentBeginsWithWho() {
        assertThat(inSources(source -> comments(source)
                        .flatMap(PlainEnglishTest::sentences)
                        .filter(sentence -> HEADLESS.matcher(sentence).matches())))
                .as("name the person: \"An agent who …\", \"The login of the agent who …\"")
                .isEmpty();
    }

    @Test
    void commentsUseOrdinaryWords() {
        assertThat(inSources(source -> comments(source)
                        .flatMap(comment -> ODD_WORDS.matcher(comment).results().map(MatchResult::group))))
                .as("say \"again\", \"without success\", \"count\", \"whether\", \"oldest first\"")
                .isEmpty();
    }

    @Test
    void noTestIsNamedByAClauseWithoutANoun() {
        assertThat(inSources(source -> HEADLESS_TEST.matcher(source).results().map(test -> test.group(1))))
                .as("name the person or thing: aVisitorWhoIsEarlyIsMetAtOnce, not whoIsEarlyIsMetAtOnce")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/** Who comes late waits. */ | true",
                "/** Locks it. Whoever comes late waits. */ | true",
                "// Whom the manager sent | true",
                "/** Whose turn it is depends on the day. */ | false",
                "/** Who is next? */ | false",
                "/** An agent who comes late waits. */ | false",
                "\"Who takes over\" | false"
            })
    void theRuleAboutSentencesFindsThem(String line, boolean found) {
        assertThat(comments(line)
                        .flatMap(PlainEnglishTest::sentences)
                        .anyMatch(sentence -> HEADLESS.matcher(sentence).matches()))
                .isEqualTo(found);
    }

    /** @return the comments of a source as running text */
    private static Stream<String> comments(String source) {
        return TEXT_OR_COMMENT
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(part -> part.startsWith("/"))
                .map(comment -> LEADERS.matcher(comment).replaceAll("").replace("*/", ""))
                .map(comment -> comment.replaceAll("\\s+", " ").strip());
    }

    private static Stream<String> sentences(String comment) {
        return SENTENCE_END.splitAsStream(comment);
    }

    /** @return file and words of each place */
    private static List<String> inSources(Function<String, Stream<String>> unwanted) {
        return Stream.of("src/main/java", "src/test/java", "src/bench/java")
                .flatMap(PlainEnglishTest::sources)
                .filter(file -> NOT_YET.stream().noneMatch(file.toString()::contains))
                .filter(file -> !file.endsWith("PlainEnglishTest.java"))
                .flatMap(file -> unwanted.apply(read(file)).map(words -> file.getFileName() + ": " + words))
                .toList();
    }

    private static Stream<Path> sources(String folder) {
        try {
            return Files.walk(Path.of(folder)).filter(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
