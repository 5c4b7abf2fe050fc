package io.rotadesk.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The build writes down what the models and forms name. */
class ModelNamesTest {

    @TempDir
    Path models;

    @TempDir
    Path forms;

    @TempDir
    Path sources;

    @BeforeEach
    void twoModels() throws IOException {
        write("small-talk.bpmn", TestModel.file("<bpmn:message id='M' name='CallerSpoke' />", """
                <bpmn:process id="small-talk">
                  <bpmn:userTask id="Task_SayHello"><bpmn:extensionElements>
                    <camunda:taskListener event="timeout" id="remind" />
                  </bpmn:extensionElements></bpmn:userTask>
                  <bpmn:subProcess id="SubProcess_Talk"><bpmn:endEvent id="EndEvent_NothingLeftToSay" /></bpmn:subProcess>
                  <bpmn:callActivity id="CallActivity_AskAround" />
                  <bpmn:sequenceFlow id="Flow_On" /><bpmn:userTask id="A" />
                </bpmn:process>"""));
        write("which-topic.dmn", TestModel.decision("which-topic", "", "a", "b", "c"));
        Files.writeString(forms.resolve("say-hello.form"), """
                {"components": [{"type": "textfield", "key": "customerName", "id": "Field_1", "label": "key"},
                  {"type": "group", "components": [{"key" : "talk2", "type": "number"}]}]}""");
    }

    @Test
    void aModelIsAClassWithAConstantForEveryNodeMessageAndReminder() throws Exception {
        assertThat(generate()).isZero();

        assertThat(read("SmallTalk.java"))
                .contains("package somewhere;")
                .contains("    public static final String PROCESS = \"small-talk\";")
                .containsSubsequence("class CallActivity {", "ASK_AROUND = \"CallActivity_AskAround\";")
                .containsSubsequence("class EndEvent {", "NOTHING_LEFT_TO_SAY = \"EndEvent_NothingLeftToSay\";")
                .containsSubsequence("class Message {", "CALLER_SPOKE = \"CallerSpoke\";")
                .containsSubsequence("class SubProcess {", "TALK = \"SubProcess_Talk\";")
                .containsSubsequence("class Task {", "SAY_HELLO = \"Task_SayHello\";")
                .containsSubsequence("class Timer {", "SAY_HELLO_REMIND = \"Task_SayHello.remind\";")
                .doesNotContain("Flow_On");
        assertThat(read("Decisions.java")).contains("WHICH_TOPIC = \"which-topic\";");
        assertThat(read("Fields.java"))
                .containsSubsequence("CUSTOMER_NAME = \"customerName\";", "TALK2 = \"talk2\";")
                .doesNotContain("Field_1");
    }

    /** Nobody still asks for a field that no form has. */
    @Test
    void aFieldThatIsGoneFromAllFormsIsGone() throws Exception {
        generate();
        Files.writeString(forms.resolve("say-hello.form"), "{\"components\": []}");
        generate();
        assertThat(read("Fields.java")).doesNotContain("customerName");
    }

    @Test
    void unchangedNamesAreNotWrittenAgain() throws Exception {
        generate();
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(source("SmallTalk.java"), longAgo);
        generate();
        assertThat(Files.getLastModifiedTime(source("SmallTalk.java"))).isEqualTo(longAgo);
    }

    @Test
    void aModelThatIsGoneLeavesNoClass() throws Exception {
        generate();
        Files.delete(models.resolve("small-talk.bpmn"));
        generate();
        assertThat(source("SmallTalk.java")).doesNotExist();
    }

    @Test
    void twoNamesThatWouldBeOneAreRefused() throws Exception {
        write("small-talk.bpmn", TestModel.process("small-talk", """
                <bpmn:userTask id="Task_SayHello" /><bpmn:userTask id="Task_SAYHello" />
                <bpmn:userTask id="Task_Say1" /><bpmn:userTask id="Task_SAY1" />"""));
        assertThat(generate()).isNotZero();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(models.resolve(name), text);
    }

    private Path source(String name) {
        return sources.resolve("somewhere").resolve(name);
    }

    private String read(String name) throws IOException {
        return Files.readString(source(name), UTF_8);
    }

    /** As the build does it. */
    private int generate() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/build/ModelNames.java",
                        models.toString(),
                        forms.toString(),
                        sources.toString(),
                        "somewhere")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
