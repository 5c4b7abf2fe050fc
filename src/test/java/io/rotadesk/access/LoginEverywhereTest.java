package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.rotadesk.RotaDeskTest;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Everything needs a login or a token, new pages included; what does not is named here. */
@RotaDeskTest
class LoginEverywhereTest {

    /** The login itself, a first password by invitation, and the page for petitioners. */
    private static final Set<String> OPEN = Set.of(
            "GET /login",
            "GET /account/invitation/{token}",
            "POST /account/invitation/{token}",
            "GET /public/matters",
            "POST /public/matters",
            "POST /public/matters/rating");

    @Autowired
    WebApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void everyOpenAddressIsKnownByName() throws Exception {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        Set<String> open = new TreeSet<>();
        int asked = 0;
        for (var mapping : mappings.getHandlerMethods().entrySet()) {
            if (!mapping.getValue().getBeanType().getName().startsWith("io.rotadesk.")) {
                continue;
            }
            for (String path : mapping.getKey().getPatternValues()) {
                for (String method :
                        methods(mapping.getKey().getMethodsCondition().getMethods())) {
                    asked++;
                    String address = path.replaceAll("\\{[^}]*}", "1");
                    MockHttpServletResponse answer = mvc.perform(
                                    MockMvcRequestBuilders.request(HttpMethod.valueOf(method), address)
                                            .accept("text/html", "application/json", "text/event-stream")
                                            .with(csrf()))
                            .andReturn()
                            .getResponse();
                    if (!isRefused(answer)) {
                        open.add(method + " " + path);
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(100);
        assertThat(open).containsExactlyInAnyOrderElementsOf(OPEN);
    }

    private static Collection<String> methods(Set<RequestMethod> methods) {
        return methods.isEmpty()
                ? Set.of("GET", "POST")
                : methods.stream().map(Enum::name).toList();
    }

    private static boolean isRefused(MockHttpServletResponse answer) {
        String leadsTo = answer.getRedirectedUrl();
        return answer.getStatus() == 401
                || answer.getStatus() == 403
                || leadsTo != null && leadsTo.endsWith(AccountPages.LOGIN);
    }
}
