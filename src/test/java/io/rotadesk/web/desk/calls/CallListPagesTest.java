package io.rotadesk.web.desk.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.Statements;
import io.rotadesk.TestClock;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.leasing.calllist.CallDifference;
import io.rotadesk.leasing.calllist.CallDifferences;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A manager, or the phone system itself, has its list of calls compared with the register. */
@RotaDeskTest
@Tag("L2.3")
class CallListPagesTest {

    private static final String LIST = """
            通话ID,主叫号码,开始时间,分机,状态,振铃时长
            lost-1,13811112222,2026-03-02 08:30:00,,未接,15
            lost-2,13811113333,2026-03-02 08:40:00,811,已接,6
            """;

    @Autowired
    WebApplicationContext application;

    @Autowired
    CallDifferences differences;

    @Autowired
    ApiTokens tokens;

    @Autowired
    TestRestTemplate http;

    @Autowired
    TestClock clock;

    DepartmentInBrowser department;
    DeskBrowser manager;
    String address;

    @BeforeEach
    void aDepartment() {
        clock.set(TestClock.MONDAY_NINE);
        department = new DepartmentInBrowser(application);
        manager = department.manager();
        address = "/desk/calls/list?unit=" + department.unit;
    }

    @Test
    void theManagerUploadsAListAsASpreadsheetWritesItAndSeesWhatIsMissing() {
        Page sent = upload(LIST.getBytes(Charset.forName("GBK")));

        assertThat(sent.status()).isEqualTo(302);
        assertThat(manager.follow(sent).text())
                .contains(
                        "核对了 2 通来电：0 通与登记一致，差异 2 处，其中新发现 2 处",
                        "没有进来的来电",
                        "138 1111 2222",
                        "138 1111 3333",
                        "有人接听",
                        "分机 811 安一",
                        "补登记");
        assertThat(manager.in(Locale.ENGLISH).get(address).text()).contains("Never arrived", "extension 811");
        assertThat(manager.get("/desk/calls?unit=" + department.unit).html()).contains("/desk/calls/list");
    }

    /** The session waits for the page; a list of a day has thousands of calls. */
    @Test
    void onlyTheCountsAreKeptForThePageThatFollows() {
        assertThat(upload(LIST.getBytes(StandardCharsets.UTF_8)).flash().toString())
                .contains("listed=2")
                .doesNotContain("13811112222", "lost-1");
    }

    @Test
    void morePhonesOnThePageAreNoMoreStatements() {
        upload(LIST.getBytes(StandardCharsets.UTF_8));
        int before = Statements.during(() -> manager.get(address)).size();
        StringBuilder more = new StringBuilder(LIST);
        for (int i = 0; i < 40; i++) {
            more.append("more-%d,139111122%02d,2026-03-02 08:%02d:00,81%d,已接,6%n".formatted(i, i, i, i % 5));
        }
        upload(more.toString().getBytes(StandardCharsets.UTF_8));

        assertThat(differences.countOpen(department.unit)).isEqualTo(42);
        assertThat(Statements.during(() -> manager.get(address))).hasSizeLessThanOrEqualTo(before);
    }

    @Test
    void theManagerEntersOneAndSettlesTheOther() {
        upload(LIST.getBytes(StandardCharsets.UTF_8));

        Page entered = manager.post("/desk/calls/list/" + open(0) + "/enter", "unit", department.unit);
        assertThat(entered.status()).isEqualTo(302);
        assertThat(manager.follow(entered).text()).contains("已补登记");
        assertThat(manager.get((String) entered.said("entered").orElseThrow()).text())
                .contains("138 1111 3333");
        assertThat(manager.post("/desk/calls/list/" + open(0) + "/settle", "unit", department.unit)
                        .status())
                .isEqualTo(302);
        assertThat(manager.get(address).text()).contains("没有差异");
    }

    @Test
    void twiceIsOnce() {
        upload(LIST.getBytes(StandardCharsets.UTF_8));
        long id = open(0);
        manager.post("/desk/calls/list/" + id + "/enter", "unit", department.unit);

        assertThat(manager.post("/desk/calls/list/" + id + "/enter", "unit", department.unit)
                        .status())
                .isEqualTo(404);
        assertThat(manager.post("/desk/calls/list/" + id + "/settle", "unit", department.unit)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void agentsAndManagersOfAnotherUnitAreKeptOut() {
        upload(LIST.getBytes(StandardCharsets.UTF_8));
        DepartmentInBrowser other = new DepartmentInBrowser(application);

        for (DeskBrowser stranger : List.of(department.agent("A", 1), other.manager())) {
            assertThat(stranger.get(address).status()).isIn(403, 404);
            assertThat(stranger.post("/desk/calls/list/" + open(0) + "/enter", "unit", department.unit)
                            .status())
                    .isIn(403, 404);
        }
        assertThat(other.manager()
                        .post("/desk/calls/list/" + open(0) + "/settle", "unit", other.unit)
                        .status())
                .as("a typed id gives no right")
                .isEqualTo(404);
        assertThat(differences.countOpen(department.unit)).isEqualTo(2);
    }

    @Test
    void aFileOfAnotherKindStaysOnThePageAndIsExplained() {
        Page sent = manager.post("/desk/calls/list", "unit", department.unit, "text", "姓名,电话\n李,13811112222");

        assertThat(sent.status()).isEqualTo(400);
        assertThat(sent.text()).contains("缺少“开始时间”一列", "13811112222");
    }

    @Test
    void aRowThatCannotBeReadIsNamed() {
        Page sent = manager.post(
                "/desk/calls/list", "unit", department.unit, "text", LIST + "lost-3,13811114444,昨天下午,,未接,\n");

        assertThat(sent.status()).isEqualTo(302);
        assertThat(manager.follow(sent).text()).contains("昨天下午");
        assertThat(differences.countOpen(department.unit)).isEqualTo(2);
    }

    @Test
    void aListThatIsTooLongIsRefusedWithAReason() {
        assertThat(upload(new byte[1024 * 1024 + 1]).status()).isEqualTo(413);
    }

    @Test
    void thePhoneSystemSendsItByItself() {
        var answer = send(tokens.create(department.unit, "电话系统").clear(), department.unit);

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        JsonNode body = answer.getBody();
        assertThat(body.get("listed").asInt()).isEqualTo(2);
        assertThat(body.get("added").asInt()).isEqualTo(2);
        assertThat(body.get("differences"))
                .extracting(one -> one.get("kind").asText())
                .containsOnly("NEVER_ARRIVED");
        assertThat(body.toString()).doesNotContain("13811112222");
    }

    @Test
    void withoutATokenOfTheUnitNothingIsTaken() {
        assertThat(send(null, department.unit).getStatusCode().value()).isEqualTo(401);
        String others =
                tokens.create(new DepartmentInBrowser(application).unit, "别家的").clear();
        assertThat(send(others, department.unit).getStatusCode().value()).isEqualTo(403);
        assertThat(differences.countOpen(department.unit)).isZero();
    }

    private ResponseEntity<JsonNode> send(String token, String unit) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(new MediaType("text", "csv"));
        if (token != null) {
            headers.setBearerAuth(token);
        }
        return http.exchange(
                "/api/units/" + unit + "/call-list",
                HttpMethod.POST,
                new HttpEntity<>(LIST.getBytes(StandardCharsets.UTF_8), headers),
                JsonNode.class);
    }

    private long open(int place) {
        CallDifference difference = differences.open(department.unit, 10).get(place);
        return difference.id();
    }

    private Page upload(byte[] file) {
        return manager.send(MockMvcRequestBuilders.multipart("/desk/calls/list")
                .file(new MockMultipartFile("file", "calls.csv", "text/csv", file))
                .param("unit", department.unit)
                .with(SecurityMockMvcRequestPostProcessors.csrf()));
    }
}
