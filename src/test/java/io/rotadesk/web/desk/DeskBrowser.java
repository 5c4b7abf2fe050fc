package io.rotadesk.web.desk;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.rotadesk.access.SignedInUser;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A logged-in person who looks at pages, through the whole security chain. */
public final class DeskBrowser {

    private final MockMvc mvc;
    private final SignedInUser user;
    private final Locale locale;

    private DeskBrowser(MockMvc mvc, SignedInUser user, Locale locale) {
        this.mvc = mvc;
        this.user = user;
        this.locale = locale;
    }

    public static DeskBrowser of(WebApplicationContext application, SignedInUser user) {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        return new DeskBrowser(mvc, user, Locale.SIMPLIFIED_CHINESE);
    }

    public DeskBrowser in(Locale language) {
        return new DeskBrowser(mvc, user, language);
    }

    public Page get(String path, Object... variables) {
        return send(MockMvcRequestBuilders.get(path, variables));
    }

    /** The stream, event by event. */
    public Page stream(String path) {
        return send(MockMvcRequestBuilders.get(path), "text/event-stream");
    }

    /** @param namesAndValues of the form's fields */
    public Page post(String path, String... namesAndValues) {
        var request = MockMvcRequestBuilders.post(path);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.param(namesAndValues[i], namesAndValues[i + 1]);
        }
        return send(request.with(csrf()));
    }

    /** The page to which the answer leads, which is told what the answer said. */
    public Page follow(Page answer) {
        var request = MockMvcRequestBuilders.get(URI.create(answer.redirect().replaceFirst("#.*", "")));
        answer.flash().forEach(request::flashAttr);
        return send(request);
    }

    public Page send(MockHttpServletRequestBuilder request) {
        return send(request, "text/html");
    }

    /** As a program asks the REST API. */
    public Page ask(MockHttpServletRequestBuilder request) {
        return send(request, "application/json");
    }

    private Page send(MockHttpServletRequestBuilder request, String accept) {
        var authorities = AuthorityUtils.createAuthorityList(
                user.roles().stream().map(role -> "ROLE_" + role.name()).toList());
        var login = UsernamePasswordAuthenticationToken.authenticated(user, null, authorities);
        try {
            var result = mvc.perform(request.with(authentication(login))
                            .header("Accept-Language", locale.toLanguageTag())
                            .accept(accept))
                    .andReturn();
            return new Page(result.getResponse(), result.getFlashMap());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The answer. */
    public record Page(MockHttpServletResponse response, Map<String, Object> flash) {

        public int status() {
            return response.getStatus();
        }

        public String html() {
            try {
                return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
            } catch (java.io.UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The words on the page, without its markup. */
        public String text() {
            return html().replaceAll("(?s)<(script|style).*?</\\1>", " ")
                    .replaceAll("<[^>]*>", " ")
                    .replace("&#39;", "'")
                    .replace("&quot;", "\"")
                    .replace("&gt;", ">")
                    .replace("&lt;", "<")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }

        /** What the page after the redirect is told. */
        public Optional<Object> said(String name) {
            return Optional.ofNullable(flash.get(name));
        }

        public String redirect() {
            return response.getRedirectedUrl();
        }
    }
}
