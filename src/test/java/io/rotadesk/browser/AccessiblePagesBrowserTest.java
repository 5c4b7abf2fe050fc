package io.rotadesk.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import io.rotadesk.engine.ModelKind;
import io.rotadesk.engine.ModelVersion;
import io.rotadesk.engine.Models;
import io.rotadesk.engine.models.OwnershipDispute;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.correction.Corrections;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.dispute.Disputes;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.leasing.note.Notes;
import io.rotadesk.petition.attachment.AttachmentId;
import io.rotadesk.petition.attachment.Attachments;
import io.rotadesk.petition.attachment.Pictures;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TicketId;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.petition.reception.FreeTimes;
import io.rotadesk.petition.reception.FreeTimes.FreeDay;
import io.rotadesk.petition.reception.PetitionAnnouncement;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
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

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** An address that leads on to the page of a section, which is looked at. */
    private static final Set<String> NOT_LINKED = Set.of("/desk/handbook/edit/new");

    /** The parts of pages that replace themselves in place, and are looked at there; and photos and scans, which are no pages. */
    private static final Set<String> PARTS = Set.of(
            "/desk/attachments/{id}",
            "/desk/attachments/{id}/small",
            "/desk/part",
            "/desk/home/part",
            "/desk/duty/board",
            "/desk/hall/alerts",
            "/desk/hall/part",
            "/desk/hall/board/part",
            "/desk/handbook/search",
            "/desk/matters/board/part",
            "/desk/reception/board");

    /** The number of a customer of the demo department. */
    private static final String OF_ZHOUYUN = "13800000001";

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Disputes disputes;

    @Autowired
    Notes notes;

    @Autowired
    Corrections corrections;

    @Autowired
    Papers papers;

    @Autowired
    Attachments attachments;

    @Autowired
    FreeTimes freeTimes;

    @Autowired
    Models models;

    @Autowired
    RepositoryService repository;

    /** An element, and its end if there is nothing in it. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z][^>]*>(?:\\s*</)?");

    /** The value of an attribute that makes no other kind of element; that one is empty is kept. */
    private static final Pattern VALUE = Pattern.compile("(?<!\\bclass|\\brole|\\btype)=\"[^\"]+\"|\\bvalue=\"\"");

    private static final Pattern HEADING = Pattern.compile("<h([1-6])\\b");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]*)\"");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/desk[^\"#]*)\"");

    private final Shapes shapes = new Shapes();
    private final Set<PathPattern> seen = ConcurrentHashMap.newKeySet();
    private final Set<PathPattern> looked = ConcurrentHashMap.newKeySet();
    private final List<String> findings = new CopyOnWriteArrayList<>();

    @Test
    void nothingKeepsAnybodyOutOfAPageOfTheDesk() {
        somethingIsOnEveryPage();
        long dispute = disputes.claim(UNIT, "zhaomin", OF_ZHOUYUN, "展会上留了名片给我")
                .dispute()
                .id();
        String written = correctedEntryOf("zhaomin");
        String matter = matterWithAPaperOf("hewen");
        String changed = changedModel();
        Set<PathPattern> pages = pages();
        assertThat(pages).hasSizeGreaterThan(45);
        try {
            walk(PEOPLE, pages);
        } finally {
            repository.deleteDeployment(changed, true);
            remove(OwnershipDispute.PROCESS, "" + dispute);
            for (String table : List.of(
                    "attachment",
                    "paper",
                    "matter_code",
                    "matter_rating",
                    "matter_identity",
                    "matter_representative",
                    "matter_unit")) {
                database.sql("delete from " + table + " where matter_id = ?")
                        .param(matter)
                        .update();
            }
            database.sql("delete from matter where id = ?").param(matter).update();
            database.sql("delete from entry_version where contact_id = ?")
                    .param(UNIT + ":" + written)
                    .update();
            database.sql("delete from call_register where call_id = ?")
                    .param(written)
                    .update();
        }
        assertThat(findings).isEmpty();
        assertThat(without(pages, seen))
                .as("no link leads there from what is on the pages")
                .isSubsetOf(NOT_LINKED);
        assertThat(without(seen, looked)).as("never seen as a whole page").isSubsetOf(PARTS);
    }

    private static Set<String> without(Set<PathPattern> all, Set<PathPattern> some) {
        return all.stream()
                .filter(page -> !some.contains(page))
                .map(PathPattern::getPatternString)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the id of a call */
    private String correctedEntryOf(String agent) {
        CallKey key = new CallKey(UNIT, UUID.randomUUID().toString());
        Timestamp now = Timestamp.from(clock.instant());
        database.sql("""
                        insert into call_register (unit_id, call_id, source, state, received_at, agent, customer_name,
                            media_source, registered_at, left_own_details, phone_refused, candidates, follow_up_tries)
                        values (?, ?, 'BY_HAND', 'REGISTERED', ?, ?, '斯图女士', 'web', ?, true, true, 0, 0)
                        """).params(key.unitId(), key.callId(), now, agent, now).update();
        Needs needs = new Needs("司徒女士", null, "web", null, null, null, null, null, null, null);
        corrections.correct(key.contact(), 1, EntryText.of(needs, null, null, null), "姓名听错了", null, agent);
        return key.callId();
    }

    /** @return the id of the deployment of a model that says something else than the version before it */
    private String changedModel() {
        ModelVersion first = models.inForce().stream()
                .filter(one -> one.kind() == ModelKind.PROCESS)
                .findFirst()
                .orElseThrow();
        String file = new String(models.file(first.kind(), first.key(), first.version()), StandardCharsets.UTF_8);
        return repository
                .createDeployment()
                .addString(
                        first.file().substring(first.file().lastIndexOf('/') + 1),
                        file.replaceFirst("(<bpmn:process [^>]*name=\")", "$1新"))
                .deploy()
                .getId();
    }

    /** @return the id of a matter that is under way */
    private String matterWithAPaperOf(String responsible) {
        String id = UUID.randomUUID().toString();
        Timestamp now = Timestamp.from(clock.instant());
        Timestamp due = Timestamp.from(clock.instant().plus(Duration.ofDays(15)));
        database.sql("""
                        insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, received_at, responsible,
                            petitioner_name, purpose, state, due_at, due_kind)
                        values (?, 'A-1', ?, ?, ?, ?, ?, ?, '司徒女士', '修路', 'RECEIVED', ?, 'ACCEPT')
                        """)
                .params(id, CENTRE, CENTRE, CENTRE, now, now, responsible, due)
                .update();
        database.sql("insert into matter_unit (matter_id, unit_id, opened_at) values (?, ?, ?)")
                .params(id, CENTRE, now)
                .update();
        papers.make(new MatterId(id), PaperKind.ACCEPTANCE, null, responsible);
        attachments.add(new MatterId(id), null, "路面.jpg", Pictures.jpeg(80, 60), responsible);
        AttachmentId removed = attachments
                .add(new MatterId(id), null, "别的.pdf", Pictures.pdf(), responsible)
                .id();
        attachments.remove(removed, responsible);
        return id;
    }

    /** The first time at which the reception point gives an appointment, whatever day and hour it is now. */
    private Instant nextFreeTime() {
        FreeDay day = freeTimes
                .days(CENTRE, LocalDate.ofInstant(clock.instant(), ZONE), 1)
                .get(0);
        return day.day().atTime(day.times().get(0)).atZone(ZONE).toInstant();
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
                new PetitionAnnouncement("闻人先生", null, false, 1, nextFreeTime(), "路灯", null, "town"),
                null);
    }

    @Test
    void norOutOfThePagesAroundTheLoginOrOfAMistake() {
        Page page = screens.untraced("zhaomin", 1440, 900);
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
        Page page = screens.untraced("manager", 390, 844);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        login(page, "manager");
        for (String path :
                List.of("/desk", "/desk/duty", "/desk/calls", "/desk/reception", "/desk/customers", "/desk/handbook")) {
            look(page, path + "?lang=en", "manager in the dark");
        }
        assertThat(findings).isEmpty();
    }

    /** Two browsers share the work: it is most of the time that this test takes. */
    private void walk(List<String> people, Set<PathPattern> pages) {
        Queue<String> waiting = new ConcurrentLinkedQueue<>(people);
        Runnable walks = () -> {
            try (Chromium own = Chromium.another()) {
                for (String person = waiting.poll(); person != null; person = waiting.poll()) {
                    walk(own, person, pages);
                }
            }
        };
        CompletableFuture.allOf(CompletableFuture.runAsync(walks), CompletableFuture.runAsync(walks))
                .join();
    }

    private void walk(Chromium browser, String person, Set<PathPattern> pages) {
        Page page = Screens.page(browser, 1440, 900);
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
            if (answer.status() >= 500) {
                findings.add(path + " as " + person + ": is answered with " + answer.status());
            }
            if (!answer.ok()) {
                continue;
            }
            String html = answer.text();
            // An address may lead on to another page, which is the one that was seen.
            patternOf(URI.create(answer.url()).getPath(), pages).ifPresent(pattern -> {
                seen.add(pattern);
                if (html.contains("<html")) {
                    looked.add(pattern);
                }
            });
            // A part of a page replaces one in place.
            if (html.contains("<html") && shapes.isNew(URI.create(answer.url()).getPath(), html, pages)) {
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

    /**
     * What was looked at so far. A page of a kind that was seen before is as good or bad as that one, unless there is an element on it
     * that was on no page yet, or other headings, or other ids that are there twice.
     */
    private static final class Shapes {

        private final Set<String> elements = new HashSet<>();
        private final Set<String> outlines = new HashSet<>();

        synchronized boolean isNew(String path, String html, Set<PathPattern> pages) {
            boolean element = elements.addAll(elementsOf(html));
            String page =
                    patternOf(path, pages).map(PathPattern::getPatternString).orElse(path);
            return outlines.add(page + " " + outlineOf(html)) || element;
        }

        /** The kinds of elements: names, classes, the attributes that they have, and whether there is something in them. */
        private static Set<String> elementsOf(String html) {
            return TAG.matcher(html)
                    .results()
                    .map(tag -> VALUE.matcher(tag.group()).replaceAll(""))
                    .collect(Collectors.toSet());
        }

        /** The order of the headings, and ids that are there twice. */
        private static String outlineOf(String html) {
            StringBuilder headings = new StringBuilder();
            HEADING.matcher(html)
                    .results()
                    .map(heading -> heading.group(1))
                    .filter(level ->
                            headings.lastIndexOf(level) < 0 || headings.lastIndexOf(level) < headings.length() - 1)
                    .forEach(headings::append);
            Set<String> ids = new HashSet<>();
            Set<String> twice = new TreeSet<>();
            ID.matcher(html)
                    .results()
                    .map(id -> id.group(1))
                    .filter(id -> !ids.add(id))
                    .forEach(twice::add);
            return headings + " " + twice;
        }
    }

    private static Optional<PathPattern> patternOf(String path, Set<PathPattern> pages) {
        PathContainer address = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return pages.stream().filter(pattern -> pattern.matches(address)).min(PathPattern.SPECIFICITY_COMPARATOR);
    }

    private void look(Page page, String path, String person) {
        Response answer = page.navigate(address(path));
        if (answer.status() >= 500) {
            findings.add(path + " as " + person + ": is answered with " + answer.status());
        }
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
