package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Many people open Tasklist at the same time, and each of them sees it. */
class PageNonceTest extends AccessTest {

    private static final Pattern IN_THE_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern IN_THE_POLICY = Pattern.compile("'nonce-([^']+)'");

    @Test
    void policyNamesTheNumberOfItsPageAlsoIfAnotherRequestCameBetween() throws Exception {
        var request = new MockHttpServletRequest("GET", "/camunda/app/tasklist/default/");
        request.setServletPath("/camunda/app/tasklist/default/");
        var response = new MockHttpServletResponse();

        new PageNonce().doFilter(request, response, new MockFilterChain(new HttpServlet() {
            @Override
            protected void doGet(HttpServletRequest asked, HttpServletResponse answer) throws IOException {
                answer.setHeader(
                        "Content-Security-Policy", "script-src 'nonce-mine' 'strict-dynamic';object-src 'none'");
                answer.getWriter().write("<html><script nonce=\"another\"></script></html>");
            }
        }));

        assertThat(response.getHeader("Content-Security-Policy"))
                .isEqualTo("script-src 'nonce-another' 'strict-dynamic';object-src 'none'");
        assertThat(response.getContentAsString()).contains("another");
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

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return matcher.group(1);
    }
}
