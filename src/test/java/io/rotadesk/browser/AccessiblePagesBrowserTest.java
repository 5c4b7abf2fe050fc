package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.Disputes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page of the desk as everybody sees it who may: no finding of axe at all. The pages are those of the controllers, so that a
 * new one is not forgotten; those about one thing are found by their links.
 */
class AccessiblePagesBrowserTest extends BrowserScenario {

    private static final List<String> PEOPLE = List.of("zhaomin", "manager", "owner", "admin", "hewen", "leader");

    /** Parts of pages, which replace a part in place. */
    private static final Set<String> PARTS = Set.of(
            "/desk/part",
            "/desk/home/part",
            "/desk/hall/part",
            "/desk/hall/board/part",
            "/desk/duty/board",
            "/desk/reception/board",
            "/desk/handbook/search");

    /** The number of a customer of the demo department. */
    private static final String OF_ZHOUYUN = "13800000001";

    /** No link leads there from the demo's data. */
    private static final Set<String> NOT_SEEN = Set.of();

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Disputes disputes;

    private final Set<PathPattern> seen = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void nothingKeepsAnybodyOutOfAPageOfTheDesk() {
        arrives("司徒女士", "13700000091");
        long dispute = disputes.claim(UNIT, "zhaomin", OF_ZHOUYUN, "展会上留了名片给我")
                .dispute()
                .id();
        Set<PathPattern> pages = pages();
        assertThat(pages).hasSizeGreaterThan(45);
        try {
            PEOPLE.forEach(person -> walk(person, pages));
        } finally {
            remove(OwnershipDispute.PROCESS, "" + dispute);
        }
        assertThat(findings).isEmpty();
        Set<String> unseen = new TreeSet<>();
        pages.stream().filter(page -> !seen.contains(page)).forEach(page -> unseen.add(page.getPatternString()));
        assertThat(unseen).isSubsetOf(NOT_SEEN);
    }

    @Test
    void norOutOfThePagesAroundTheLoginOrOfAMistake() {
        Page page = screens.open("zhaomin");
        for (String path : List.of("/login", "/login?wrong", "/login?left", "/account/invitation/no-such-link")) {
            look(page, path, "a stranger");
        }
        page.setViewportSize(390, 844);
        look(page, "/login?lang=en", "a stranger with a phone");
        login(page, "zhaomin");
        for (String path :
                List.of("/account/password", "/desk/no-such-page", "/desk/units", "/desk/calls?from=yesterday")) {
            look(page, path, "zhaomin");
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void norInTheDarkOrOnAPhone() {
        Page page = screens.open("manager", 390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        login(page, "manager");
        for (String path :
                List.of("/desk", "/desk/duty", "/desk/calls", "/desk/reception", "/desk/customers", "/desk/handbook")) {
            look(page, path + "?lang=en", "manager in the dark");
        }
        assertThat(findings).isEmpty();
    }

    private void walk(String person, Set<PathPattern> pages) {
        Page page = screens.open(person);
        login(page, person);
        Deque<String> todo = new ArrayDeque<>();
        // Pages about one thing are looked at once, by the first link to one of them.
        Set<PathPattern> known = new HashSet<>();
        pages.stream()
                .filter(pattern -> !pattern.getPatternString().contains("{"))
                .forEach(pattern -> todo.add(pattern.getPatternString()));
        todo.add("/desk/units?new");
        while (!todo.isEmpty()) {
            String path = todo.poll();
            if (!look(page, path, person)) {
                continue;
            }
            patternOf(path, pages).ifPresent(pattern -> {
                seen.add(pattern);
                known.add(pattern);
            });
            for (String link : links(page)) {
                patternOf(link, pages).filter(known::add).ifPresent(pattern -> todo.add(link));
            }
        }
    }

    private static Optional<PathPattern> patternOf(String path, Set<PathPattern> pages) {
        PathContainer address = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return pages.stream().filter(pattern -> pattern.matches(address)).min(PathPattern.SPECIFICITY_COMPARATOR);
    }

    /** @return whether there is such a page for the person */
    private boolean look(Page page, String path, String person) {
        Response response = page.navigate("http://localhost:" + port + path);
        boolean there = response.ok();
        // A page that is refused looks like all others that are.
        if (there || !path.startsWith("/desk") || path.contains("no-such") || path.contains("?from")) {
            Axe.on(page).forEach(finding -> findings.add(path + " as " + person + ": " + finding));
        }
        return there;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page page) {
        List<String> links =
                (List<String>) page.evaluate("() => [...document.links].map(link => link.getAttribute('href'))");
        return links.stream()
                .filter(link -> link.startsWith("/desk") && !link.contains("lang=") && !link.contains("xlsx"))
                .distinct()
                .toList();
    }

    private void login(Page page, String person) {
        page.navigate("http://localhost:" + port + "/login");
        page.locator("input[name=username]").fill(person);
        page.locator("input[name=password]").fill(SECRET);
        page.keyboard().press("Enter");
        page.waitForURL(address -> !address.contains("/login"));
    }

    private Set<PathPattern> pages() {
        Set<PathPattern> pages = new HashSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (isPage(mapping, method)) {
                mapping.getPathPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.getPatternString().startsWith("/desk"))
                        .filter(pattern -> !PARTS.contains(pattern.getPatternString()))
                        .forEach(pages::add);
            }
        });
        return pages;
    }

    private static boolean isPage(RequestMappingInfo mapping, HandlerMethod method) {
        return mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && mapping.getProducesCondition().isEmpty()
                && (method.getReturnType().getParameterType() == String.class
                        || method.getReturnType()
                                .getParameterType()
                                .getSimpleName()
                                .equals("ModelAndView"))
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !method.getBeanType().isAnnotationPresent(ResponseBody.class);
    }
}
