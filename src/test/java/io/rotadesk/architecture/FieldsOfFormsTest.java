package io.rotadesk.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code names a field of a form by its constant, which the build writes: a field that is gone from all forms does not compile. */
class FieldsOfFormsTest {

    /** Reading a value that was sent, naming it in a refusal, or saying that it stays with the task. */
    private static final Pattern LITERAL = Pattern.compile(
            "(?<!ProcessVariable)[.](?:text|ticked|number|date|time|yes)\\(\"\\w+\""
                    + "|\\b(?:text|day)\\((?:task|sent), \"\\w+\"|\\brefused(?:Because)?\\(\"\\w+\"|Entries\\([{]?\\s*\"");

    @Test
    void noProcessPackageNamesAFieldByALiteral() throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*/process/\\w+(?<!Wording)[.]java"))
                    .toList()) {
                Matcher places = LITERAL.matcher(Files.readString(file));
                while (places.find()) {
                    found.add(file.getFileName() + ": " + places.group());
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'sent.text(\"reply\")', true",
        "'day(sent, \"deadline\")', true",
        "'texts.refused(\"progress\", why)', true",
        "'@FormView.Entries({\"outcome\", \"remarks\"})', true",
        "'sent.text(Fields.REPLY)', false",
        "'ProcessVariable.text(\"outcome\")', false"
    })
    void theRuleFindsLiterals(String code, boolean found) {
        assertThat(LITERAL.matcher(code).find()).isEqualTo(found);
    }
}
