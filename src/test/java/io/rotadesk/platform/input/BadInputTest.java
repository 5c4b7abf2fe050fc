package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.rotadesk.RequestLog;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.web.desk.DepartmentInBrowser;
import io.rotadesk.web.desk.DeskBrowser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;

/** Bad input on a page is refused with the field, in the person's language. */
@RotaDeskTest
@ExtendWith(RequestLog.class)
class BadInputTest {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private DeskBrowser manager;

    @BeforeEach
    void department() {
        manager = new DepartmentInBrowser(application).manager();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/duty/order?day=9999-12-31",
                "/desk/duty/order?day=%2B999999999-12-31",
                "/desk/duty/order?day=-999999999-01-01",
                "/desk/duty/order?day=1999-12-31",
                "/desk/duty/order?day=2026-02-30",
                "/desk/duty/order?day=12026-03-02",
                "/desk/duty/order?day=x",
                "/desk/duty/order",
            })
    void aDayThatNobodyCanMeanIsNamed(String path) {
        URI address = URI.create(path);
        var chinese = manager.send(get(address));
        assertThat(chinese.status()).isEqualTo(400);
        assertThat(chinese.text()).contains("填写的内容无法接受", "日期");
        var english = manager.in(Locale.ENGLISH).send(get(address));
        assertThat(english.text()).contains("This cannot be accepted", "Day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/calls?from=%2B999999999-12-31",
                "/desk/calls?to=9999-12-31",
                "/desk/visits?from=-0001-01-01",
                "/desk/conduct?to=%2B999999999-12-31",
                "/desk/calls?state=NO_SUCH",
                "/desk/customers?status=NO_SUCH",
                "/desk/duty/ledger?queue=NO_SUCH",
                "/desk/duty/ledger?date=9999-12-31",
                "/desk/handbook/edit/history/99999999999",
            })
    void aBadAddressIsAFriendlyPage(String path) {
        var page = manager.send(get(URI.create(path)));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.text()).contains("填写的内容无法接受").doesNotContain("Exception", "SQL");
    }

    /** An address that somebody has tampered with leads to the first page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/calls?after=%2B1000000000-12-31T23:59:59Z~x",
                "/desk/calls?after=9999-12-31T23:59:59Z~x",
                "/desk/customers?after=-1000000000-01-01T00:00:00Z~1",
                "/desk/visits?after=x~y",
            })
    void aPlaceBeyondAllTimesIsNone(String path) {
        assertThat(manager.send(get(URI.create(path))).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/login?x=%00",
                "/desk/calls?q=%00",
                "/desk/calls?q%00=x",
                "/desk/calls?q=a%00b&lang=en",
                "/desk/customers?q=%ED%A0%80%00",
                "/engine-rest/task?name=%00",
                "/engine-rest/task/%00",
                "/api/units/%00/duty",
                "/api/units/a%00b/calls",
                "/camunda/api/engine/engine/default/task?assignee=%00",
            })
    void aCharacterThatCannotBeKeptIsRefusedBeforeAnythingElse(String address, RequestLog output) throws Exception {
        var answer = send(HttpRequest.newBuilder(uri(address)));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("Exception", "SQL", "0x00");
        assertThat(output.getAll()).doesNotContain("\tat ");
    }

    @Test
    void formsToo() throws Exception {
        for (String form : new String[] {"username=a%00&password=x", "username=a&pass%00word=x"}) {
            var answer = send(HttpRequest.newBuilder(uri("/login"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Accept-Language", "en")
                    .header("Accept", "text/html")
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("This cannot be accepted", "cannot be stored");
        }
    }

    @Test
    void aLoginToo() throws Exception {
        String login = Base64.getEncoder().encodeToString("ad\u0000min:demo".getBytes(StandardCharsets.UTF_8));
        for (String path : new String[] {"/engine-rest/task", "/api/units", "/actuator/metrics"}) {
            var answer = send(HttpRequest.newBuilder(uri(path)).header("Authorization", "Basic " + login));
            assertThat(answer.statusCode()).as(path).isEqualTo(400);
        }
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
