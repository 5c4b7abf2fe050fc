package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A form has only parts that the server knows, and no link that misleads. */
class FormFileCheckTest {

    private static final Set<String> BEANS = Set.of("calls", "visits");

    @Test
    void allFormsOfOursAreTaken() throws IOException {
        for (var file : new ModelFolders(List.of()).read().entrySet()) {
            if (ModelFile.isForm(file.getKey())) {
                List<ModelFinding> findings = new ArrayList<>();
                new FormFileCheck(file.getKey(), FormFile.read(file.getValue()), BEANS, findings).check();
                assertThat(findings).as(file.getKey()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "execution",
                "Execution",
                "task",
                "calls",
                "visits",
                "__proto__",
                "constructor",
                "prototype",
                "toString",
                "hasOwnProperty",
                "now",
                "currentUser",
                "dateTime",
                "authenticatedUserId",
                "loopCounter",
                "item",
                "null",
                "true",
                "empty",
                "this",
                "__x",
                "_a",
                "1a",
                "a b",
                "a-b",
                "a.b",
                "",
                "字段",
                "ａ"
            })
    void aKeyThatMeansSomethingElseIsRefused(String key) {
        assertThat(messages("{\"type\":\"textfield\",\"id\":\"F\",\"key\":\"" + key + "\"}"))
                .isNotEmpty()
                .allMatch(message -> message.equals("model.formReservedKey") || message.equals("model.formFieldKey"));
    }

    @Test
    void neitherTheNameOfAListIsReserved() {
        assertThat(messages("{\"type\":\"select\",\"id\":\"F\",\"key\":\"a\",\"valuesKey\":\"execution\"}"))
                .containsExactly("model.formReservedKey");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iframe",
                "html",
                "documentPreview",
                "filepicker",
                "expression",
                "dynamiclist",
                "Text",
                "TEXTFIELD",
                "textField",
                "script",
                "",
                "iframe "
            })
    void aPartThatIsNotKnownIsRefused(String type) {
        assertThat(messages("{\"type\":\"" + type
                        + "\",\"id\":\"F\",\"key\":\"a\",\"url\":\"https://example.org\",\"content\":\"<b>x</b>\"}"))
                .contains("model.formPart");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "java\\tscript:alert(1)",
                "\\u0001javascript:alert(1)",
                " javascript:1",
                "vbscript:1",
                "data:text/html,x",
                "data:image/svg+xml,x",
                "//evil.example/x.png",
                "\\\\\\\\evil.example",
                "/\\\\evil.example",
                "=url",
                "{{page}}",
                "https://example.org/{{name}}",
                "file:///etc/passwd",
                "ftp://example.org"
            })
    void anAddressThatIsNoPageIsRefused(String address) {
        assertThat(messages("{\"type\":\"image\",\"id\":\"F\",\"source\":\"" + address + "\"}"))
                .contains("model.formAddress");
        assertThat(messages("{\"type\":\"table\",\"id\":\"F\",\"URL\":\"" + address + "\"}"))
                .contains("model.formAddress");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[x](javascript:alert(1))", "[x](JAVASCRIPT:alert(1))", "[x](java&#115;cript:alert(1))",
                        "<javascript:alert(1)>",
                "![x](data:image/svg+xml,x)", "[x]({{page}})", "[x](//evil.example)", "[x][1]\\n\\n[1]: vbscript:x",
                "<iframe src='https://example.org'></iframe>", "<b>{{name}}</b>", "a <img src=x onerror=alert(1)>",
                        "<script>1</script>"
            })
    void aTextLeadsNowhereElseAndHasNoHtml(String text) {
        assertThat(messages("{\"type\":\"text\",\"id\":\"T\",\"text\":\"" + text + "\"}"))
                .containsAnyOf("model.formAddress", "model.formHtml");
    }

    @Test
    void theUsualPartsOfFormsAreAccepted() {
        assertThat(messages(
                        "{\"type\":\"text\",\"id\":\"T\",\"text\":\"# 标题\\n"
                                + "**{{a}}** [页](/desk/duty) [站](https://example.org:8443/a) 1 < 2 > 0\"}",
                        "{\"type\":\"image\",\"id\":\"I\",\"source\":\"/desk/logo.svg\"}"))
                .isEmpty();
    }

    @Test
    void aTextDoesNotShowWhatIsTypedBesideIt() {
        String field = "{\"type\":\"textfield\",\"id\":\"F\",\"key\":\"name\"}";
        for (String text : List.of(
                "{{name}}",
                "{{ name }}",
                "={{name}}",
                "=name",
                "{{#if name}}x{{/if}}",
                "{{\\\"a\\\" + name}}",
                "{{upper case(name)}}")) {
            assertThat(messages(field, "{\"type\":\"text\",\"id\":\"T\",\"text\":\"" + text + "\"}"))
                    .as(text)
                    .contains("model.formShownField");
        }
        assertThat(messages(
                        field,
                        "{\"type\":\"text\",\"id\":\"T\",\"text\":\"{{list[item.value = name][1].say}} {{a.name}}\"}"))
                .isEmpty();
    }

    @Test
    void tooMuchOfAnythingIsAFinding() {
        String fields = IntStream.range(0, 600)
                .mapToObj(i -> "{\"type\":\"textfield\",\"id\":\"F\",\"key\":\"a" + i + "\"}")
                .collect(Collectors.joining(","));
        assertThat(messages(fields)).contains("model.formParts");
        assertThat(messages("{\"type\":\"group\",\"id\":\"G\",\"components\":[".repeat(15) + "]}".repeat(15)))
                .contains("model.formGroups");
        String options = "{\"label\":\"a\",\"value\":\"a\"},".repeat(1_001);
        assertThat(messages("{\"type\":\"select\",\"id\":\"S\",\"key\":\"s\",\"values\":["
                        + options.substring(0, options.length() - 1) + "]}"))
                .contains("model.formOptions");
        String expressions = "\"=1\",".repeat(2_000);
        assertThat(messages("{\"type\":\"table\",\"id\":\"T\",\"columns\":["
                        + expressions.substring(0, expressions.length() - 1) + "]}"))
                .contains("model.formExpressions");
    }

    @Test
    void aFileThatIsTooLargeOrTooDeepIsNotRead() {
        for (String text : List.of(
                "{\"id\":\"x\",\"a\":" + "[".repeat(100_000),
                "{\"a\":".repeat(70) + "1" + "}".repeat(70),
                "{\"id\":\"" + "x".repeat(1_100_000) + "\"}",
                "{\"id\":\"" + "x".repeat(130_000) + "\"}",
                "{\"id\":\"x\",\"id\":\"y\"}",
                "{\"id\":1e" + "9".repeat(50) + "}",
                "[]",
                "",
                "null")) {
            assertThatThrownBy(() -> FormFile.read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(IOException.class);
        }
    }

    private static List<String> messages(String... components) {
        try {
            List<ModelFinding> findings = new ArrayList<>();
            var schema =
                    new ObjectMapper().readTree("{\"id\":\"f\",\"components\":[" + String.join(",", components) + "]}");
            new FormFileCheck("f.form", schema, BEANS, findings).check();
            return findings.stream().map(ModelFinding::message).distinct().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
