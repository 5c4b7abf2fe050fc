package io.rotadesk.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.engine.models.CallHandling;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.repository.Resource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** At start unchanged files are deployed once, and an edited one is deployed at the next start. */
@RotaDeskTest
class ModelDeploymentTest {

    private static final Path NONE = Path.of("no-such-folder");

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    ModelCheck check;

    @Autowired
    EngineWording messages;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @TempDir
    Path processes;

    @TempDir
    Path forms;

    /** The other tests use the shipped models again. */
    @AfterEach
    void removeWhatWasDeployed() {
        var deployments = repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .orderByDeploymentTime()
                .asc()
                .list();
        deployments.stream().skip(1).forEach(later -> repository.deleteDeployment(later.getId(), true));
    }

    @Test
    void theShippedModelsAreInOrder() throws IOException {
        assertThat(check.findings(new ModelFolders(List.of(NONE)).read()))
                .extracting(finding -> finding.text(messages))
                .isEmpty();
    }

    @Test
    void modelsAndFormsAreOneDeploymentUnderBareNames() throws IOException {
        var deployment = repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .singleResult();

        assertThat(repository.getDeploymentResources(deployment.getId()))
                .extracting(Resource::getName)
                .containsExactlyInAnyOrderElementsOf(
                        new ModelFolders(List.of(NONE)).read().keySet());
    }

    @Test
    void aRestartDeploysNothing() {
        startAgain();
        startAgain();

        assertThat(deployments()).isOne();
    }

    @Test
    void anEditedFormIsDeployedAgainAndOnlyOnce() throws IOException {
        long before = version(CallHandling.PROCESS);
        edit(forms, "log-call.form", "登记您刚接起的来电", "登记您刚刚接起的来电");

        startAgain();
        startAgain();

        assertThat(deployments()).isEqualTo(2);
        assertThat(version(CallHandling.PROCESS)).isEqualTo(before + 1);
    }

    @Test
    void instancesUnderWayKeepTheirVersion() throws IOException {
        write("under-way.bpmn", model("第一版"));
        write("under-way.form", "{ \"id\": \"under-way\", \"type\": \"default\", \"components\": [] }");
        startAgain();
        String old = runtime.startProcessInstanceByKey("under-way").getId();

        write("under-way.bpmn", model("第二版"));
        startAgain();

        assertThat(taskOf(old)).isEqualTo("第一版");
        assertThat(taskOf(runtime.startProcessInstanceByKey("under-way").getId()))
                .isEqualTo("第二版");
    }

    @Test
    void aRefusedFileLeavesTheModelsOfTheLastStart() throws IOException {
        Files.writeString(processes.resolve("call-handling.bpmn"), "<nonsense>");

        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> deployment("zh-CN").deploy())
                .withMessageContaining("call-handling.bpmn：文件无法读取");
        assertThatNoException().isThrownBy(this::startAgain);
        assertThat(deployments()).isOne();
    }

    @Test
    void inEnglishTheTasksHaveEnglishNames() {
        deployment("en").deploy();

        var english = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(CallHandling.PROCESS)
                .latestVersion()
                .singleResult();
        assertThat(english.getName()).isEqualTo("Handle a call");
    }

    @Test
    void deploymentOverRestIsInEnglishTooButForWhatTheProcessOwnerWrote() throws IOException {
        edit(processes, "call-handling.bpmn", "name=\"接听来电\"", "name=\"接起电话\"");
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(true);
        new ModelFolders(List.of(processes)).read().forEach((name, bytes) -> {
            ResourceEntity resource = new ResourceEntity();
            resource.setName(name);
            resource.setBytes(bytes);
            deployment.addResource(resource);
        });

        engine.getCommandExecutorTxRequired().execute((Command<Void>) context -> {
            new ModelGate(check, translation("en"), new ModelRefusal(messages)).deploy(deployment);
            return null;
        });

        assertThat(text(deployment, "call-handling.bpmn"))
                .contains("name=\"接起电话\"", "name=\"Cover the call\"")
                .doesNotContain("代接来电");
        assertThat(text(deployment, "cover-call.form")).contains("What the customer asks about");
    }

    private static String text(DeploymentEntity deployment, String file) {
        return new String(deployment.getResource(file).getBytes(), StandardCharsets.UTF_8);
    }

    private void startAgain() {
        deployment("zh-CN").atStart();
    }

    private ModelDeployment deployment(String locale) {
        return new ModelDeployment(repository, translation(locale), processes, forms);
    }

    private static ModelTranslation translation(String locale) {
        return new ModelTranslation(new EngineWording(Locale.forLanguageTag(locale)));
    }

    private long deployments() {
        return repository
                .createDeploymentQuery()
                .deploymentName(ModelDeployment.NAME)
                .count();
    }

    private int version(String process) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getVersion();
    }

    private String taskOf(String instance) {
        return tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getName();
    }

    private void edit(Path folder, String file, String text, String edited) throws IOException {
        String shipped = new String(new ModelFolders(List.of(NONE)).read().get(file), StandardCharsets.UTF_8);
        assertThat(shipped).contains(text);
        Files.writeString(folder.resolve(file), shipped.replace(text, edited));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(processes.resolve(file), content);
    }

    private static String model(String taskName) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://rotadesk.io/test">
                  <bpmn:process id="under-way" isExecutable="true" camunda:historyTimeToLive="P7D">
                    <bpmn:startEvent id="StartEvent_Opened" />
                    <bpmn:sequenceFlow id="Flow_ToTask" sourceRef="StartEvent_Opened" targetRef="Task_Wait" />
                    <bpmn:userTask id="Task_Wait" name="%s" camunda:formRef="under-way" camunda:formRefBinding="deployment" />
                  </bpmn:process>
                </bpmn:definitions>
                """.formatted(taskName);
    }
}
