package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.RotaDeskTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Document;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A form shows people's texts as they wrote them, even if they look like Markdown or HTML. */
@RotaDeskTest
class TextIsTextTest {

    private static final Parser MARKDOWN =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    /** Texts that Tasklist's Markdown turns into links although nothing marks them. */
    private static final Pattern BARE_LINK =
            Pattern.compile("(?i)(https?|ftp)://|www\\.|[a-z0-9._+-]+@[a-z0-9-]+\\.[a-z]");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[请点这里](https://evil.example/a)",
                "![x](https://evil.example/a.png)",
                "[x][1]",
                "[1]: https://evil.example",
                "<https://evil.example>",
                "https://evil.example/a?b=1",
                "HTTP://evil.example",
                "ftp://evil.example",
                "www.evil.example",
                "WWW.evil.example",
                "a@evil.example",
                "<img src=x onerror=alert(1)>",
                "<b>粗</b><script>alert(1)</script>",
                "</div><iframe src=javascript:alert(1)>",
                "# big",
                "###### 小",
                "标题\n===",
                "标题\n---",
                "> 引用",
                ">引用",
                "- 项",
                "* 项",
                "+ 项",
                "1. 项",
                "10) 项",
                "***",
                "___",
                "---",
                "**粗** __粗__ *斜* _斜_ ~~删~~ `码`",
                "```\n码\n```",
                "~~~\n码",
                "    缩进的码",
                "\t码",
                "| 甲 | 乙 |\n|---|---|\n| 1 | 2 |",
                "甲 | 乙\n--- | ---\n1 | 2",
                "甲\n:-\n1",
                "&lt;b&gt; &#91;x&#93;(y) &amp;",
                "\\[x\\](y)",
                "\\\\[x](y)",
                "a\\",
                "第一行  \n- 第二行\n\n# 第三段",
                "\r\n# 标题",
                "\n\n> 引",
                "\u2028# x",
                "{{constructor}} ={1}",
                "****************[[[[[[[[[[[[((((((",
                "+86 138-0000-0001，3.5 万元（含税）：100%",
            })
    void aTextIsShownAsItIsWritten(String written) {
        for (String before : List.of("", "**客人** ", "## ", "“")) {
            String shown = FormMarkdown.text(written);
            Node document = MARKDOWN.parse(before + shown + (before.equals("“") ? "”" : ""));

            assertThat(formatting(document, before))
                    .as("formatting in %s", before + shown)
                    .isEmpty();
            assertThat(plain(document).replaceAll("[\\s\u2028“”]", ""))
                    .isEqualTo((before.replaceAll("[#*“]", "") + written).replaceAll("[\\s\u2028“”]", ""));
            assertThat(BARE_LINK.matcher(shown).find())
                    .as("bare link in %s", shown)
                    .isFalse();
            assertThat(FormMarkdown.plain(shown).replaceAll("[\\s\u2028]", ""))
                    .isEqualTo(written.replaceAll("[\\s\u2028]", ""));
        }
    }

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    /** No form can forget it: whatever a text of a form names is written out, a bean's own formatting apart. */
    @ParameterizedTest
    @MethodSource("forms")
    void everyFormWritesOutWhatItsTextsName(Path file) throws Exception {
        byte[] form = Files.readAllBytes(file);
        ShownInText shown = FormSchema.parse(form).shown();
        List<String> names = new ArrayList<>();
        collect(new ObjectMapper().readTree(form), names);

        assertThat(shown.texts()).containsAll(names);
        for (String written : List.of(
                "<b>x</b>*星*{{a}}", "# 标题 [链接](http://evil.example) <img src=x> **粗**", "> 引\n\n*x* <u>y</u>")) {
            for (String name : names) {
                Node document = MARKDOWN.parse((String) shown.value(name, written));
                assertThat(formatting(document, "")).as(name).isEmpty();
                assertThat(plain(document).replaceAll("\\s", "")).isEqualTo(written.replaceAll("\\s", ""));
            }
        }
    }

    /** The variables that texts of the form name alone, without a longer expression. */
    private static void collect(JsonNode parent, List<String> names) {
        for (JsonNode component : parent.path("components")) {
            FormTemplate.of(component).expressions().stream()
                    .filter(expression -> expression.matches("\\w+"))
                    .forEach(names::add);
            collect(component, names);
        }
    }

    /** A ring shows a line of a form, and reads no Markdown. */
    @Test
    void aLineWithoutMarkdownShowsNoneOfOurOwnStars() {
        assertThat(FormMarkdown.plain("**反映** " + FormMarkdown.text("**粗** * 一 * [x](y)")))
                .isEqualTo("反映 **粗** * 一 * [x](y)");
    }

    @Test
    void aFormattedSentenceKeepsItsOwnFormattingOnly() {
        String sentence = "- **%s**：%s".formatted(FormMarkdown.arguments("[x](y)", "# a\n- b"));

        Node document = MARKDOWN.parse(sentence);
        assertThat(formatting(document, "")).containsExactlyInAnyOrder("BulletList", "ListItem", "StrongEmphasis");
        assertThat(FormMarkdown.arguments(FormMarkdown.of("**x**"), 3, null, true))
                .containsExactly(FormMarkdown.of("**x**"), 3, null, true);
    }

    @Test
    void theFormSaysWhichVariablesAreShown() throws Exception {
        FormSchema form = FormSchema.parse("""
                {"id":"f","components":[
                  {"type":"text","text":"# {{visitorLine}} {{#if company}}{{company}}{{/if}} {{options[item.value = choice][1].say}}"},
                  {"type":"group","components":[{"type":"text","text":"=if a then inner else other.part"}]},
                  {"type":"textfield","key":"company","description":"{{hint}}"},
                  {"type":"select","key":"choice","valuesKey":"options"}]}
                """.getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(form.shown().texts())
                .contains("visitorLine", "inner", "other")
                .doesNotContain("company", "choice", "options", "hint");
        assertThat(form.shown().lists()).containsExactly("options");
    }

    @Test
    void valuesOfEveryKindAreWrittenOutOnlyWhereTheyAreShown() {
        var shown = new ShownInText(java.util.Set.of("text"), java.util.Set.of("options"));

        assertThat(shown.value("text", "[x](y)")).isEqualTo("\\[x\\](y)");
        assertThat(shown.value("field", "[x](y)")).isEqualTo("[x](y)");
        assertThat(shown.value("text", 3L)).isEqualTo(3L);
        assertThat(shown.value("text", null)).isNull();
        assertThat(shown.value("field", FormMarkdown.of("**x**"))).isEqualTo("**x**");
        assertThat(shown.value("text", List.of(Map.of("a", "*b*")))).isEqualTo(List.of(Map.of("a", "\\*b\\*")));
        SpinJsonNode options = (SpinJsonNode)
                shown.value("options", Spin.JSON("[{\"label\":\"*a*\",\"value\":\"*a*\",\"say\":\"*a*\",\"n\":1}]"));
        assertThat(FormValues.plain(options))
                .isEqualTo(List.of(Map.of("label", "*a*", "value", "*a*", "say", "\\*a\\*", "n", 1)));
    }

    @Test
    void aLongTextStillFitsAndNothingIsCutInHalf() {
        var shown = new ShownInText(java.util.Set.of("text"), java.util.Set.of());
        for (String written : List.of("[".repeat(4_000), "a[".repeat(2_000), "长".repeat(5_000), "#\n".repeat(2_000))) {
            String value = (String) shown.value("text", written);
            assertThat(value).hasSizeLessThanOrEqualTo(4_000).endsWith("…");
            assertThat(formatting(MARKDOWN.parse(value), "")).isEmpty();
        }
        String list = "- **x** [y](/z)\n".repeat(1_000);
        assertThat((String) shown.value("text", FormMarkdown.of(list)))
                .hasSizeLessThanOrEqualTo(4_000)
                .endsWith("[y](/z)\n…");
    }

    /** A process owner's form that shows a process variable that no input passes to the task. */
    @Test
    void aVariableOfTheProcessIsShownAsWrittenAndStaysAsItIs() {
        String deployment = repository
                .createDeployment()
                .addString("text-is-text.bpmn", """
                        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="x">
                        <process id="text-is-text" isExecutable="true" camunda:historyTimeToLive="P1D">
                          <startEvent id="s" camunda:formRef="text-is-text-start" camunda:formRefBinding="deployment"/><sequenceFlow id="f1" sourceRef="s" targetRef="t"/>
                          <userTask id="t" name="看" camunda:formRef="text-is-text-show" camunda:formRefBinding="deployment"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
                          <endEvent id="e"/></process></definitions>
                        """)
                .addString(
                        "text-is-text-start.form",
                        "{\"id\":\"text-is-text-start\",\"components\":[{\"type\":\"textfield\",\"id\":\"N\",\"key\":\"name\",\"label\":\"姓名\"},{\"type\":\"textfield\",\"id\":\"C\",\"key\":\"company\",\"label\":\"单位\"}]}")
                .addString(
                        "text-is-text-show.form",
                        "{\"id\":\"text-is-text-show\",\"components\":[{\"type\":\"text\",\"id\":\"T\",\"text\":\"##"
                                + " {{name}}\"},{\"type\":\"textfield\",\"id\":\"C\",\"key\":\"company\",\"label\":\"单位\"}]}")
                .deploy()
                .getId();
        try {
            Map<String, Object> sent =
                    new HashMap<>(Map.of("name", "[请点这里](https://evil.example/a)", "company", "*甲*"));
            String instance =
                    runtime.startProcessInstanceByKey("text-is-text", sent).getId();
            String task = tasks.createTaskQuery()
                    .processInstanceId(instance)
                    .singleResult()
                    .getId();

            assertThat(tasks.getVariable(task, "name")).isEqualTo("\\[请点这里\\](https\\://evil.example/a)");
            assertThat(tasks.getVariable(task, "company")).isEqualTo("*甲*");
            assertThat(runtime.getVariable(instance, "name")).isEqualTo("[请点这里](https://evil.example/a)");

            tasks.complete(task, Map.of("company", "*乙*"));
        } finally {
            repository.deleteDeployment(deployment, true);
        }
    }

    /** Kinds of nodes that are not text; one of them may come before the text. */
    private static List<String> formatting(Node document, String before) {
        List<String> kinds = new ArrayList<>();
        document.accept(new AbstractVisitor() {
            @Override
            protected void visitChildren(Node parent) {
                for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
                    boolean text = node instanceof Text
                            || node instanceof Paragraph
                            || node instanceof SoftLineBreak
                            || node instanceof HardLineBreak;
                    boolean own = before.startsWith("**") && node instanceof StrongEmphasis
                            || before.startsWith("##")
                                    && node.getClass().getSimpleName().equals("Heading");
                    if (!text && !own) {
                        kinds.add(node.getClass().getSimpleName());
                    }
                    visitChildren(node);
                }
            }

            @Override
            public void visit(Document root) {
                visitChildren(root);
            }
        });
        return kinds;
    }

    private static String plain(Node node) {
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            text.append(child instanceof Text part ? part.getLiteral() : plain(child) + "\n");
        }
        return text.toString();
    }
}
