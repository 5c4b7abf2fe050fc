package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
class AccessiblePagesBrowserTest extends PetitionBrowserScenario {

    private static final List<String> PEOPLE = List.of("zhaomin", "manager", "owner", "admin", "hewen", "leader");

    private static final int MOST = 4;

    /** An entry that somebody has written, and a matter that is under way in the person's own unit: this test makes neither. */
    private static final Set<String> NOT_LINKED =
            Set.of("/desk/{register:calls|visits}/entry/{key}/correct", "/desk/matters/{id}/notice");

    /** The number of a customer of the demo department. */
    private static final String OF_ZHOUYUN = "13800000001";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Disputes disputes;

    @Autowired
    Notes notes;

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>");
    private static final Pattern LINK = Pattern.compile("href=\"(/desk[^\"#]*)\"");

    private final Set<String> shapes = new HashSet<>();
    private final Set<PathPattern> seen = new HashSet<>();
    private final List<String> findings = new ArrayList<>();

    @Test
    void nothingKeepsAnybodyOutOfAPageOfTheDesk() {
        somethingIsOnEveryPage();
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
        assertThat(unseen).as("no link leads there from what is on the pages").isSubsetOf(NOT_LINKED);
    }

    private void somethingIsOnEveryPage() {
        String agent = turnsFromNow().get(0);
        login(screens.open(agent), agent);
        Ring ring = ringsFrom("13700000090");
        notes.leave(UNIT, ring.call().contact(), agent, new NoteText("司徒女士", "想了解车位", "zhouyun"));
        String soon = clock.instant().plus(Duration.ofHours(2)).toString();
        announced(Map.of("visitId", UUID.randomUUID().toString(), "visitorName", "司徒女士", "appointmentAt", soon));
        petitions.announce(
                new TicketId(UUID.randomUUID().toString()),
                CENTRE,
                new PetitionAnnouncement("闻人先生", null, false, 1, Instant.parse(soon), "路灯", null, "town"),
                null);
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
        // Of pages about one thing, a few are looked at: not all things can be done with each.
        Map<PathPattern, Integer> known = new HashMap<>();
        Set<String> linked = new HashSet<>();
        pages.stream()
                .filter(pattern -> !pattern.getPatternString().contains("{"))
                .forEach(pattern -> todo.add(pattern.getPatternString()));
        todo.add("/desk/units?new");
        todo.add("/desk/handbook/edit/history/compare?from=1&to=1");
        while (!todo.isEmpty()) {
            String path = todo.poll();
            APIResponse answer = page.request().get(address(path));
            if (!answer.ok()) {
                continue;
            }
            patternOf(path, pages).ifPresent(pattern -> {
                seen.add(pattern);
            });
            String html = answer.text();
            // A part of a page replaces one in place. What differs only in its texts is as good or bad as what was
            // looked at before.
            if (html.contains("<html") && shapes.add(shapeOf(html))) {
                look(page, path, person);
            }
            LINK.matcher(html)
                    .results()
                    .map(link -> link.group(1).replace("&amp;", "&"))
                    .filter(link -> !link.contains("lang=") && !link.contains("xlsx"))
                    .forEach(link -> patternOf(link, pages)
                            .filter(pattern -> pattern.getPatternString().contains("{") || !seen.contains(pattern))
                            .filter(pattern -> linked.add(link) && known.merge(pattern, 1, Integer::sum) <= MOST)
                            .ifPresent(pattern -> todo.add(link)));
        }
    }

    /** The kinds of elements: names, classes, and the attributes that they have. */
    private static String shapeOf(String html) {
        return TAG.matcher(html)
                .results()
                .map(tag -> tag.group().replaceAll("(?<!\\bclass|\\brole|\\btype)=\"[^\"]*\"", ""))
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static Optional<PathPattern> patternOf(String path, Set<PathPattern> pages) {
        PathContainer address = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return pages.stream().filter(pattern -> pattern.matches(address)).min(PathPattern.SPECIFICITY_COMPARATOR);
    }

    private void look(Page page, String path, String person) {
        page.navigate(address(path));
        Axe.on(page).forEach(finding -> findings.add(path + " as " + person + ": " + finding));
    }

    private void login(Page page, String person) {
        page.navigate(address("/login"));
        logIn(page, person);
    }

    private Set<PathPattern> pages() {
        Set<PathPattern> pages = new HashSet<>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (isPage(mapping, method)) {
                mapping.getPathPatternsCondition().getPatterns().stream()
                        .filter(pattern -> pattern.getPatternString().startsWith("/desk"))
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
