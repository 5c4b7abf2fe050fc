package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.TestClock;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.TestPeople;
import io.rotadesk.coverage.TestRun;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.call.IncomingCalls;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Announcements;
import io.rotadesk.leasing.visit.VisitKey;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Sends odd values for every parameter of every existing controller method, new ones included: none is answered with a
 * 5xx or with a text of the database.
 */
@RotaDeskTest
@Order(TestRun.FIRST)
class EveryParameterTest {

    private static final String LONG = "长".repeat(20_000);

    private static final List<String> ODD = List.of(
            "",
            " ",
            "x",
            "\u0000",
            "a\u0000b",
            "\u202Egnp.exe",
            "' or 1=1 --",
            "${7*7}",
            "../..",
            "-1",
            "0",
            "1e300",
            "NaN",
            "2147483648",
            "99999999999999999999",
            "true",
            "9999-12-31",
            "+999999999-12-31",
            "-999999999-01-01",
            "12026-03-02",
            "2026-02-30",
            "2100-12-31",
            "2000-01-01",
            "9999-12-31T23:59:59Z",
            "+1000000000-12-31T23:59:59Z",
            "+1000000000-12-31T23:59:59.999999999Z~x",
            "24:00",
            LONG);

    private static final List<String> ODD_JSON = List.of(
            "null",
            "true",
            "1",
            "-1",
            "1.5",
            "1e300",
            "99999999999999999999",
            "\"\"",
            "\"x\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"9999-12-31T00:00:00Z\"",
            "\"+999999999-12-31T23:59:59Z\"",
            "\"" + LONG + "\"",
            "[]",
            "[null]",
            "{}",
            "{\"\\u0000\":\"\\u0000\"}");

    private static final List<String> ODD_BODIES = List.of(
            "",
            "null",
            "[]",
            "\"x\"",
            "1",
            "true",
            "{",
            "{}x",
            "{\"a\":1,\"a\":2}",
            "[".repeat(5_000),
            "\u0000",
            "{\"\\u0000\":1}");

    @Autowired
    WebApplicationContext application;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestClock clock;

    private MockMvc mvc;
    private Authentication administrator;
    private final Map<String, String> usual = new LinkedHashMap<>();
    private final List<String> failed = new CopyOnWriteArrayList<>();
    private String leasing;
    private String petition;
    private final AtomicInteger sent = new AtomicInteger();

    @BeforeEach
    void aUnitOfEachKind() {
        clock.set(TestClock.MONDAY_NINE);
        mvc = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        var people = new TestPeople(application.getBean(Accounts.class));
        SignedInUser user = people.with(null, Role.ADMINISTRATOR);
        administrator = UsernamePasswordAuthenticationToken.authenticated(
                user, null, AuthorityUtils.createAuthorityList("ROLE_ADMINISTRATOR"));
        LeasingDepartment department =
                application.getBean(LeasingDepartment.Founder.class).found();
        leasing = department.id();
        petition =
                application.getBean(ReceptionPoint.Founder.class).found(null, 2).id();
        String call = TestPeople.unique("call");
        String visit = TestPeople.unique("visit");
        application.getBean(IncomingCalls.class).receive(new CallKey(leasing, call), "13800000001", null);
        application
                .getBean(Announcements.class)
                .announce(
                        new VisitKey(leasing, visit),
                        new Announcement(
                                "李先生", "13800000002", 1, null, clock.instant().plusSeconds(7200), null, null, null));
        var customer = application
                .getBean(Customers.class)
                .add(leasing, "王女士", "+8613800000003", department.callTeam().get(0), ContactKind.CALL, clock.instant());
        usual.put("callId", call);
        usual.put("visitId", visit);
        usual.put("key", leasing + ":" + visit);
        usual.put("contact", leasing + ":" + call);
        usual.put("login", department.callTeam().get(0));
        usual.put("id", String.valueOf(customer.id()));
        usual.put("other", "1");
        usual.put("number", "1");
        usual.put("version", "1");
        usual.put("kind", "qa");
        usual.put("topic", "rent");
    }

    @Test
    void noneIsAnsweredWithAServerError() throws Exception {
        Map<Boolean, List<Callable<Void>>> tries =
                new HashMap<>(Map.of(true, new ArrayList<>(), false, new ArrayList<>()));
        for (var one : mappings.getHandlerMethods().entrySet()) {
            HandlerMethod handler = one.getValue();
            if (!handler.getBeanType().getName().startsWith("io.rotadesk.")) {
                continue;
            }
            for (String path : one.getKey().getPatternValues()) {
                for (RequestMethod named : one.getKey().getMethodsCondition().getMethods()) {
                    HttpMethod method = HttpMethod.valueOf(named.name());
                    tries.get(method == HttpMethod.GET).add(() -> {
                        tryOut(method, path, one.getKey(), handler);
                        return null;
                    });
                }
            }
        }
        // Reading changes nothing for others, so two of them read at a time; it is most of the work.
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> tried : threads.invokeAll(tries.get(true))) {
                tried.get();
            }
        } finally {
            threads.shutdown();
        }
        for (Callable<Void> changing : tries.get(false)) {
            changing.call();
        }
        assertThat(sent.get()).isGreaterThan(1_000);
        assertThat(failed).isEmpty();
    }

    private void tryOut(HttpMethod method, String path, RequestMappingInfo mapping, HandlerMethod handler)
            throws Exception {
        List<Parameter> parameters = new ArrayList<>();
        Arrays.stream(handler.getMethodParameters()).forEach(one -> parameters.addAll(declared(one)));
        // Parameters that every page reads besides its own.
        parameters.add(new Parameter("unit", Place.QUERY, String.class));
        parameters.add(new Parameter("lang", Place.QUERY, String.class));
        Map<String, String> needed = new LinkedHashMap<>();
        mapping.getParamsCondition().getExpressions().forEach(one -> needed.put(one.getName(), "1"));
        parameters.stream()
                .filter(one -> one.place() == Place.QUERY && one.needed())
                .forEach(one -> needed.put(one.name(), usualOf(one)));
        String unit = path.startsWith("/desk/hall")
                        || path.startsWith("/desk/matters")
                        || path.startsWith("/desk/papers")
                        || path.startsWith("/desk/workdays")
                        || path.startsWith("/desk/summaries")
                        || path.contains("calendar")
                        || path.contains("petition")
                ? petition
                : leasing;
        needed.put("unit", unit);
        boolean form = path.startsWith("/desk") && method == HttpMethod.POST;
        for (Parameter parameter : parameters) {
            if (parameter.place() == Place.BODY) {
                for (String body : bodies(parameter.type())) {
                    send(method, address(path, unit, Map.of(), needed, false), body, Map.of(), handler);
                }
                continue;
            }
            for (String odd : oddFor(parameter)) {
                if (parameter.place() == Place.PATH && (odd.isBlank() || odd.contains("/") || odd == LONG)) {
                    continue;
                }
                Map<String, String> query = new LinkedHashMap<>(needed);
                Map<String, String> inPath = Map.of();
                if (parameter.place() == Place.PATH) {
                    inPath = Map.of(parameter.name(), odd);
                } else {
                    query.put(parameter.name(), odd);
                }
                String body = method == HttpMethod.GET || form ? null : "{}";
                send(method, address(path, unit, inPath, query, form), body, form ? query : Map.of(), handler);
            }
        }
    }

    /** A value that is read as a word, a number or a time is refused in the same way at any length. */
    private static List<String> oddFor(Parameter parameter) {
        if (Set.of("unit", "lang").contains(parameter.name()) && parameter.place() == Place.QUERY) {
            return List.of("", "x", "\u0000", "a\u0000b");
        }
        return parameter.type() == String.class || parameter.type() == List.class
                ? ODD
                : ODD.stream().filter(odd -> odd != LONG).toList();
    }

    private static URI address(
            String path,
            String unit,
            Map<String, String> odd,
            Map<String, String> query,
            boolean form,
            Map<String, String> usual) {
        String filled = path;
        var names = java.util.regex.Pattern.compile("\\{([a-zA-Z]+)(:[^}]*)?}").matcher(path);
        while (names.find()) {
            String name = names.group(1);
            String value = odd.getOrDefault(name, name.equals("unit") ? unit : usual.getOrDefault(name, "1"));
            filled = filled.replace(names.group(), encoded(value));
        }
        String asked = form
                ? ""
                : query.entrySet().stream()
                        .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
        return URI.create(filled + asked);
    }

    private URI address(String path, String unit, Map<String, String> odd, Map<String, String> query, boolean form) {
        return address(path, unit, odd, query, form, usual);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void send(HttpMethod method, URI address, String body, Map<String, String> form, HandlerMethod handler) {
        String what = method + " " + cut(address.toString()) + (body == null ? "" : " " + cut(body))
                + (form.isEmpty() ? "" : " " + cut(form.toString()));
        var request = MockMvcRequestBuilders.request(method, address)
                .with(authentication(administrator))
                .with(csrf())
                .header("Accept-Language", "zh-CN");
        form.forEach(request::param);
        if (address.getQuery() != null) {
            for (String pair : address.getRawQuery().split("&")) {
                String[] parts = pair.split("=", 2);
                request.queryParam(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        if (body != null) {
            boolean text = Stream.of("roster", "calendar").anyMatch(address.getPath()::endsWith);
            request.contentType(text ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_JSON)
                    .content(body);
        }
        request.accept(address.getPath().startsWith("/api") ? "application/json" : "text/html,text/event-stream");
        sent.incrementAndGet();
        try {
            var response = mvc.perform(request).andReturn().getResponse();
            if (response.getStatus() >= 500 || response.getContentAsString().contains("PSQLException")) {
                failed.add(response.getStatus() + " " + what);
            }
        } catch (Exception thrown) {
            Throwable cause = thrown.getCause() == null ? thrown : thrown.getCause();
            failed.add(what + ": " + handler.getShortLogMessage() + " " + cut(cause.toString()));
        }
    }

    private static String cut(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    private enum Place {
        PATH,
        QUERY,
        BODY
    }

    private record Parameter(String name, Place place, Class<?> type, boolean needed) {

        Parameter(String name, Place place, Class<?> type) {
            this(name, place, type, false);
        }
    }

    private static List<Parameter> declared(MethodParameter parameter) {
        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
        Class<?> type = parameter.getParameterType();
        PathVariable inPath = parameter.getParameterAnnotation(PathVariable.class);
        if (inPath != null) {
            return List.of(new Parameter(name(inPath.value(), parameter), Place.PATH, type));
        }
        RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
        if (asked != null) {
            boolean needed = asked.required()
                    && asked.defaultValue().equals(org.springframework.web.bind.annotation.ValueConstants.DEFAULT_NONE);
            return List.of(new Parameter(name(asked.value(), parameter), Place.QUERY, type, needed));
        }
        if (parameter.hasParameterAnnotation(RequestBody.class)) {
            return List.of(new Parameter("body", Place.BODY, type));
        }
        if (parameter.hasParameterAnnotation(ModelAttribute.class) && type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(one -> new Parameter(one.getName(), Place.QUERY, one.getType()))
                    .toList();
        }
        return List.of();
    }

    private static String name(String given, MethodParameter parameter) {
        return given.isEmpty() ? parameter.getParameterName() : given;
    }

    private static String usualOf(Parameter parameter) {
        Class<?> type = parameter.type();
        if (type.isEnum()) {
            return ((Enum<?>) type.getEnumConstants()[0]).name();
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "2026-03-03";
            case "LocalTime" -> "10:00";
            case "Instant" -> "2026-03-02T01:00:00Z";
            case "boolean" -> "true";
            default -> "1";
        };
    }

    private static List<String> bodies(Class<?> type) {
        List<String> bodies = new ArrayList<>(ODD_BODIES);
        List<String> fields = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()
                : List.of(
                        "name",
                        "kind",
                        "parentId",
                        "managers",
                        "settings",
                        "projectName",
                        "ordinaryAcceptDays",
                        "alertTime");
        for (String field : fields) {
            String id = fields.contains("callId") ? "callId" : fields.contains("visitId") ? "visitId" : null;
            String before = id == null || id.equals(field) ? "" : "\"" + id + "\":\"a1\",";
            ODD_JSON.forEach(odd -> bodies.add("{" + before + "\"" + field + "\":" + odd + "}"));
        }
        if (type == byte[].class) {
            for (String cell : List.of("\u0000", "a\u0000", "长", "=1+1", LONG)) {
                bodies.add("login,name,mobile,extension,team,place\n" + cell + ",甲,1380000,801,A,1");
                bodies.add("login,name,mobile,extension,team,place\nodd1," + cell + ",1380000,801,A,1");
                bodies.add("2026-10-01 休 " + cell);
                bodies.add(cell + " 休 国庆");
            }
            bodies.add("9999-12-31 休");
            bodies.add("+999999999-12-31 休");
        }
        return bodies;
    }
}
