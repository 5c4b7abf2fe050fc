package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Many people open Tasklist at the same time, and each of them sees it, with our product's name. */
class EnginePageTest extends AccessTest {

    private static final String OUR_TITLE = "<title>Rota Desk &#36718;&#20540;&#21488;</title>";

    private static final Pattern IN_THE_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern IN_THE_POLICY = Pattern.compile("'nonce-([^']+)'");

    @Test
    void policyNamesTheNumberOfItsPageAlsoIfAnotherRequestCameBetween() throws Exception {
        MockHttpServletResponse response = written(answer -> {
            answer.setHeader("Content-Security-Policy", "script-src 'nonce-mine' 'strict-dynamic';object-src 'none'");
            answer.getWriter().write("<html><script nonce=\"another\"></script></html>");
        });

        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo("script-src 'nonce-another' 'strict-dynamic';object-src 'none'");
        assertThat(response.getContentAsString()).contains("another");
    }

    @Test
    void onlyTheTitleOfThePageIsOurs() throws Exception {
        MockHttpServletResponse response = written(answer -> {
            answer.setContentType("text/html;charset=UTF-8");
            answer.setContentLength(20);
            answer.getWriter().write("<title>Camunda Tasklist</title><p>轮值台</p>");
        });

        assertThat(response.getContentAsString()).isEqualTo(OUR_TITLE + "<p>轮值台</p>");
        assertThat(response.getContentLength()).isEqualTo(response.getContentAsByteArray().length);
    }

    @Test
    void anAnswerThatIsNoPageStaysAsItIs() throws Exception {
        MockHttpServletResponse moved = written(answer -> answer.sendRedirect("/login"));
        assertThat(moved.getStatus()).isEqualTo(302);
        assertThat(moved.getContentAsByteArray()).isEmpty();

        MockHttpServletResponse missing = written(answer -> {
            answer.setStatus(404);
            answer.getWriter().write("<title>Not there</title>");
        });
        assertThat(missing.getContentAsString()).isEqualTo("<title>Not there</title>");

        assertThat(written(answer -> {}).getContentAsByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void thePageOfEveryApplicationHasOurNameAndRunsItsScripts(String application) {
        Browser browser = browser();
        browser.login(person(unique("unit"), Role.ADMINISTRATOR), PASSWORD);

        HttpResponse<String> page = browser.get("/camunda/app/" + application + "/default/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(OUR_TITLE, "app-name=\"" + application + "\"")
                .endsWith("</html>\n");
        assertThat(page.body()).containsOnlyOnce("<title>");
        assertThat(page.headers().firstValueAsLong("Content-Length"))
                .hasValue(page.body().getBytes(StandardCharsets.UTF_8).length);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(first(IN_THE_POLICY, policy)).isEqualTo(first(IN_THE_PAGE, page.body()));
    }

    @Test
    void everyPageOfManyThatAreOpenedAtOnceRunsItsScripts() {
        Browser browser = browser();
        browser.login(person(unique("unit"), Role.AGENT), PASSWORD);

        IntStream.range(0, 60).parallel().forEach(i -> {
            HttpResponse<String> page = browser.get("/camunda/app/tasklist/default/");
            String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();

            assertThat(first(IN_THE_POLICY, policy)).isEqualTo(first(IN_THE_PAGE, page.body()));
        });
    }

    /** What is sent to the browser when the engine answers like this. */
    private static MockHttpServletResponse written(Answer engine) throws Exception {
        var request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/");
        request.setServletPath("/camunda/app/tasklist/default/");
        var response = new MockHttpServletResponse();
        new EnginePage().doFilter(request, response, new MockFilterChain(new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
                engine.write(answer);
            }
        }));
        return response;
    }

    private interface Answer {
        void write(HttpServletResponse answer) throws IOException;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
