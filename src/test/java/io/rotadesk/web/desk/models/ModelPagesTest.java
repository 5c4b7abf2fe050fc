package io.rotadesk.web.desk.models;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.engine.models.CallHandling;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** The process owner sees what is in force, who put it there, what stands where, and what changed between two versions. */
@RotaDeskTest
class ModelPagesTest {

    private static final String NAME = "三声改四声";
    private static final String CALLS = "/desk/models/process/call-handling";

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    RepositoryService repository;

    @Autowired
    IdentityService identity;

    @Autowired
    IncomingCalls phone;

    @Autowired
    TestClock clock;

    private DepartmentInBrowser department;
    private String ownerLogin;
    private DeskBrowser owner;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        SignedInUser somebody = new TestPeople(accounts).with(department.unit, Role.PROCESS_OWNER);
        ownerLogin = somebody.login();
        owner = DeskBrowser.of(application, somebody);
    }

    @AfterEach
    void removeWhatWasDeployed() {
        identity.clearAuthentication();
        repository.createDeploymentQuery().deploymentName(NAME).list().stream()
                .forEach(deployment -> repository.deleteDeployment(deployment.getId(), true));
    }

    @Test
    void everyModelInForceIsListedWithItsVersion() {
        String page = owner.get("/desk/models").text();

        assertThat(page).contains("来电处理", "call-handling", "来访接待", "客户归属", "log-call", "流程", "决策", "表单", "系统");
        assertThat(owner.in(Locale.ENGLISH).get("/desk/models").text())
                .contains("Models", "Decisions", "In force since");
    }

    /** Times are those of the unit, wherever the server stands, and whoever may look has a link to them. */
    @Test
    void leadersFindTheModelsInTheirMenuWithTheTimesOfTheirUnit() {
        deploy("call-handling.bpmn", "name=\"接听来电\"", "name=\"接起来电\"");
        var deployed = repository
                .createDeploymentQuery()
                .deploymentName(NAME)
                .singleResult()
                .getDeploymentTime()
                .toInstant();
        String time = new UnitClock(ZoneId.of("Asia/Shanghai")).dayAndTime(deployed);
        DeskBrowser manager = department.manager();
        assertThat(manager.get("/desk/duty").html()).contains("href=\"/desk/models\"");
        assertThat(department.agent("A", 1).get("/desk/duty").html()).doesNotContain("href=\"/desk/models\"");
        assertThat(manager.get("/desk/models").text()).contains(time);
        assertThat(owner.get(CALLS).text()).contains(time);
        DeskBrowser ofNoUnit = DeskBrowser.of(application, new TestPeople(accounts).with(null, Role.PROCESS_OWNER));
        assertThat(ofNoUnit.get("/desk/models").status()).isEqualTo(200);
    }

    @Test
    void aNewVersionSaysWhoDeployedItAndWhatChanged() {
        int before = version();
        deploy("call-handling.bpmn", "name=\"接听来电\"", "name=\"接起来电\"", "${calls.answerBy(callId)}", "PT20S");

        assertThat(version()).isEqualTo(before + 1);
        String model = owner.get(CALLS).text();
        assertThat(model).contains("第 " + (before + 1) + " 版", "现在用的", NAME);
        assertThat(owner.get(CALLS + "?version=" + before).text()).contains("以前的");
        String compared = owner.get(CALLS + "/compare?from=" + before + "&to=" + (before + 1))
                .text();
        assertThat(compared)
                .contains("用户任务“接起来电”", "名称", "接听来电", "接起来电", "时限", "${calls.answerBy(callId)}", "PT20S")
                .doesNotContain("新增", "删除");
        assertThat(owner.get(CALLS + "/compare?from=" + (before + 1) + "&to=" + before)
                        .text())
                .as("whichever is named first, the earlier one is on the left")
                .contains("第 " + before + " 版与第 " + (before + 1) + " 版");
    }

    @Test
    void aChangedRuleIsNamedByItsRow() {
        int before = latest("decision");
        deploy(
                "customer-status.dmn",
                "\"call\"</text>\n        </inputEntry>",
                "\"visit\"</text>\n        </inputEntry>");

        String compared = owner.get(
                        "/desk/models/decision/customer-status/compare?from=" + before + "&to=" + (before + 1))
                .text();
        assertThat(compared).contains("行", "条件", "\"call\"", "\"visit\"");
    }

    @Test
    void aRuleThatNeverHitsIsToldOnItsPage() {
        deploy("question-sensitivity.dmn", "\"价格\",\"折扣\"", "-");

        assertThat(owner.get("/desk/models/decision/question-sensitivity").text())
                .contains("第 2 行不会生效：第 1 行已经包括了它的全部情形");
    }

    @Test
    void aTextIsFoundWhereverItStands() {
        assertThat(owner.get("/desk/models?q=答客问").text()).contains("处", "答客问");
        assertThat(owner.get("/desk/models?q=CALLVALIDITYDAYS").text()).contains("客户归属", "条件");
        assertThat(owner.get("/desk/models?q=nothing-says-this").text()).contains("找到 0 处");
    }

    @Test
    void instancesAreCountedWhereTheyStand() {
        phone.receive(new CallKey(department.unit, "models-1"), "13822220001", null);

        assertThat(owner.get(CALLS).html()).contains("data-standing=", CallHandling.Task.PICK_UP_CALL);
    }

    @Test
    void theFileIsTheOneThatWasDeployed() {
        int before = version();
        deploy("call-handling.bpmn", "name=\"接听来电\"", "name=\"接起来电\"");

        assertThat(owner.get(CALLS + "/" + before + "/file").html()).contains("name=\"接听来电\"");
        assertThat(owner.get(CALLS + "/" + (before + 1) + "/file").html()).contains("name=\"接起来电\"");
    }

    @Test
    void onlyOwnersAndLeadersSeeModels() {
        DeskBrowser agent = department.agent("A", 1);

        for (String page : List.of("/desk/models", CALLS, CALLS + "/1/file", CALLS + "/compare?from=1&to=1")) {
            assertThat(department.manager().get(page).status()).as(page).isEqualTo(200);
            assertThat(agent.get(page).status()).as(page).isEqualTo(403);
        }
        for (String unknown :
                List.of("/desk/models/process/nothing", "/desk/models/shape/call-handling", CALLS + "?version=0")) {
            assertThat(owner.get(unknown).status()).as(unknown).isEqualTo(404);
        }
    }

    private int version() {
        return latest("process");
    }

    private int latest(String kind) {
        return kind.equals("process")
                ? repository
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(CallHandling.PROCESS)
                        .latestVersion()
                        .singleResult()
                        .getVersion()
                : repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionKey("customer-status")
                        .latestVersion()
                        .singleResult()
                        .getVersion();
    }

    /** Deploys a shipped file alone, as the owner, with some texts replaced. */
    private void deploy(String file, String... replaced) {
        String model;
        try {
            model = Files.readString(Path.of("processes", file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(model).contains(replaced[i]);
            model = model.replace(replaced[i], replaced[i + 1]);
        }
        identity.setAuthentication(ownerLogin, List.of(Role.PROCESS_OWNER.group()));
        repository.createDeployment().name(NAME).addString(file, model).deploy();
        identity.clearAuthentication();
    }
}
