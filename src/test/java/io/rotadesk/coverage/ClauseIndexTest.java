package io.rotadesk.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Writes {@code docs/clauses.md} in a full test run: for each clause of the two procedures, the tests that verify it.
 */
@Order(TestRun.LAST)
class ClauseIndexTest {

    private static final Path INDEX = Path.of("docs", "clauses.md");
    private static final String CLAUSE_ID = "[LP]\\d.*";

    /**
     * A line of {@code clauses.txt}.
     *
     * @param built whether the software does it already; then it must have a test
     */
    private record Clause(String id, boolean built, String title) {}

    @Test
    void everyClauseThatIsBuiltHasATest() throws IOException {
        List<Clause> clauses = clauses();
        Map<String, Set<String>> tests = testsByClause();
        if (TestRun.missingClasses().isEmpty()) {
            write(clauses, tests);
        }

        assertThat(clauses)
                .filteredOn(Clause::built)
                .filteredOn(clause -> !tests.containsKey(clause.id()))
                .as("clauses without a test")
                .isEmpty();
    }

    @Test
    void noTestNamesAClauseThatDoesNotExist() throws IOException {
        Set<String> unknown = new TreeSet<>(testsByClause().keySet());
        clauses().forEach(clause -> unknown.remove(clause.id()));

        assertThat(unknown).as("tags of no clause").isEmpty();
    }

    private static void write(List<Clause> clauses, Map<String, Set<String>> tests) throws IOException {
        StringBuilder page = new StringBuilder("""
                # 条款与测试

                每个条款由哪些测试验证。本页由 `ClauseIndexTest` 在构建时生成，请勿手工修改。

                | 条款 | 内容 | 测试 |
                |---|---|---|
                """);
        for (Clause clause : clauses) {
            String shown = tests.getOrDefault(clause.id(), Set.of()).stream()
                    .map("`%s`"::formatted)
                    .collect(Collectors.joining("<br>"));
            page.append("| %s | %s | %s |\n".formatted(clause.id(), clause.title(), shown.isEmpty() ? "尚未实现" : shown));
        }
        if (!Files.exists(INDEX) || !Files.readString(INDEX).contentEquals(page)) {
            Files.createDirectories(INDEX.getParent());
            Files.writeString(INDEX, page);
        }
    }

    private static Map<String, Set<String>> testsByClause() {
        Map<String, Set<String>> tests = new TreeMap<>();
        for (Class<?> type : TestRun.testClasses()) {
            for (Method method : TestRun.testMethods(type)) {
                Set<String> tags = new HashSet<>(Tags.of(method));
                for (Class<?> around = type; around != null; around = around.getEnclosingClass()) {
                    tags.addAll(Tags.of(around));
                }
                tags.stream()
                        .filter(tag -> tag.matches(CLAUSE_ID))
                        .forEach(tag -> tests.computeIfAbsent(tag, t -> new TreeSet<>())
                                .add(name(type) + "." + method.getName()));
            }
        }
        return tests;
    }

    private static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static List<Clause> clauses() throws IOException {
        List<Clause> clauses = new ArrayList<>();
        try (var in = ClauseIndexTest.class.getResourceAsStream("/clauses.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] parts = line.split("\\|", 3);
                    clauses.add(new Clause(parts[0].strip(), parts[1].strip().equals("yes"), parts[2].strip()));
                }
            }
        }
        return clauses;
    }
}
