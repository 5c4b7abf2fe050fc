package io.rotadesk.web.enquiry;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** Somebody who has a telephone and no login. */
final class Stranger {

    private final MockMvc mvc;
    private final String address;
    private final Locale language;

    private Stranger(MockMvc mvc, String address, Locale language) {
        this.mvc = mvc;
        this.address = address;
        this.language = language;
    }

    static Stranger of(WebApplicationContext application, String address) {
        return new Stranger(
                MockMvcBuilders.webAppContextSetup(application)
                        .apply(springSecurity())
                        .build(),
                address,
                Locale.SIMPLIFIED_CHINESE);
    }

    Stranger in(Locale other) {
        return new Stranger(mvc, address, other);
    }

    Stranger at(String other) {
        return new Stranger(mvc, other, language);
    }

    Answer get(String path) {
        return send(MockMvcRequestBuilders.get(path));
    }

    Answer looksUp(String code) {
        return post("/public/matters", "code", code);
    }

    Answer rates(String code, String centre, String handling, String reason) {
        return post("/public/matters/rating", "code", code, "centre", centre, "handling", handling, "reason", reason);
    }

    Answer post(String path, String... namesAndValues) {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(request);
    }

    Answer send(MockHttpServletRequestBuilder request) {
        try {
            return new Answer(mvc.perform(request.accept("text/html")
                            .header("Accept-Language", language.toLanguageTag())
                            .with(sent -> {
                                sent.setRemoteAddr(address);
                                return sent;
                            }))
                    .andReturn());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    record Answer(MvcResult result) {

        MockHttpServletResponse response() {
            return result.getResponse();
        }

        int status() {
            return response().getStatus();
        }

        boolean madeASession() {
            return result.getRequest().getSession(false) != null;
        }

        String html() {
            return new String(response().getContentAsByteArray(), StandardCharsets.UTF_8);
        }

        /** The words on the page. */
        String text() {
            return HtmlUtils.htmlUnescape(html().replaceAll("(?s)<(script|style|title).*?</\\1>", " ")
                            .replaceAll("<[^>]*>", " "))
                    .replaceAll("\\s+", " ");
        }
    }
}
