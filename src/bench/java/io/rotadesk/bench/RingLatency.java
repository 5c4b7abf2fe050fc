package io.rotadesk.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.rotadesk.access.Accounts;
import io.rotadesk.access.ApiTokens;
import io.rotadesk.access.Role;
import io.rotadesk.access.TestPeople;
import io.rotadesk.browser.Chromium;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * (n) From the post of a call over HTTP until its agent sees the banner and the sound begins: in Tasklist and, in another
 * browser, on a desk page. Both are drawn by a real browser on this machine, whose clock is the same.
 */
final class RingLatency {

    private static final String UNIT = "bench-ring";

    private static final int LONGEST_SECONDS = 120;

    /** The first moment at which a banner is drawn and a tone begins, in milliseconds since 1970. */
    private static final String WATCH = """
            const now = () => performance.timeOrigin + performance.now();
            new MutationObserver(() => {
              if (window.drawn === null && document.querySelector('.rota-ring')) {
                window.drawn = undefined;
                requestAnimationFrame(() => { window.drawn = now(); });
              }
            }).observe(document, {childList: true, subtree: true});
            const begin = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) {
              window.sounded ??= now();
              return begin.apply(this, when);
            };
            """;

    private final RotaDesk application;
    private final RotaDeskCalls calls;
    private final HttpClient http = HttpClient.newHttpClient();

    RingLatency(RotaDesk application) {
        this.application = application;
        this.calls = new RotaDeskCalls("Rota Desk, rings", application, id -> UNIT, false);
    }

    void run(BenchSettings settings, Report report) throws IOException, InterruptedException {
        Optional<Path> chromium = Chromium.onPath();
        if (chromium.isEmpty()) {
            report.text("\n(n) is left out: there is no browser on PATH");
            return;
        }
        String token = foundUnit();
        String agent = application
                .bean(Rota.class)
                .today(UNIT)
                .queues()
                .get(Queue.CALL)
                .next();
        try (Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(chromium.get())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
            List<Page> pages =
                    List.of(screen(browser, agent, "/camunda/app/tasklist/"), screen(browser, agent, "/desk/handbook"));
            var table = report.table(
                    "ring",
                    "(n) From the post of a call to its agent, ms",
                    "load",
                    "what",
                    "rings",
                    "p50",
                    "p95",
                    "max");
            measure("idle", pages, agent, token, settings, report, table);
            int clients = settings.clients().get(1);
            try (Load load = Load.start(clients, new RotaDeskCalls(application)::handle)) {
                measure(clients + " clients", pages, agent, token, settings, report, table);
                load.stop();
            }
        }
    }

    private void measure(
            String load,
            List<Page> pages,
            String agent,
            String token,
            BenchSettings settings,
            Report report,
            Report.Table table)
            throws IOException, InterruptedException {
        List<String> shown = List.of("banner in Tasklist", "banner on a desk page");
        List<String> heard = List.of("sound in Tasklist", "sound on a desk page");
        Map<String, Times> times = new java.util.LinkedHashMap<>();
        shown.forEach(what -> times.put(what, new Times()));
        heard.forEach(what -> times.put(what, new Times()));
        long latest = System.nanoTime() + (long) (LONGEST_SECONDS * 1e9);
        int rings = 0;
        while (rings < settings.samples() && System.nanoTime() < latest) {
            pages.forEach(page -> page.evaluate("() => { window.drawn = null; window.sounded = null; }"));
            long id = Load.newId();
            double posted = post(id, token);
            for (int i = 0; i < pages.size(); i++) {
                pages.get(i).waitForFunction("() => window.drawn && window.sounded");
                times.get(shown.get(i)).add(at(pages.get(i), "drawn") - posted);
                times.get(heard.get(i)).add(at(pages.get(i), "sounded") - posted);
            }
            calls.work(new CallKey(UNIT, "bench-" + id), id);
            while (application.bean(Rota.class).hasAnybody(agent)) {
                Thread.sleep(20);
            }
            pages.forEach(page -> page.waitForFunction("() => !document.querySelector('.rota-ring')"));
            rings++;
        }
        int all = rings;
        times.forEach((what, taken) ->
                table.row(load, what, all, taken.percentile(50), taken.percentile(95), taken.percentile(100)));
        report.result(
                load.equals("idle") ? "ring.idle" : "ring.busy",
                times.values().stream()
                        .mapToDouble(taken -> taken.percentile(95))
                        .max()
                        .orElseThrow());
    }

    private static double at(Page page, String what) {
        return ((Number) page.evaluate("() => window." + what)).doubleValue();
    }

    /** @return the time just before the post */
    private double post(long id, String token) throws IOException, InterruptedException {
        HttpRequest call = HttpRequest.newBuilder(URI.create(application.address() + "/api/units/" + UNIT + "/calls"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"callId\":\"bench-%d\",\"from\":\"%s\"}".formatted(id, PhoneNumbers.ofCaller(id))))
                .build();
        Instant now = Instant.now();
        HttpResponse<String> answer = http.send(call, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException("The call was answered with " + answer.statusCode() + " " + answer.body());
        }
        return now.getEpochSecond() * 1000.0 + now.getNano() / 1e6;
    }

    private Page screen(Browser browser, String agent, String path) {
        Page page = browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN"))
                .newPage();
        page.addInitScript(WATCH);
        page.navigate(application.address() + path);
        page.locator("input[name=username]").fill(agent);
        page.locator("input[name=password]").fill(TestPeople.PASSWORD);
        page.keyboard().press("Enter");
        page.locator(".rota-sound").waitFor();
        // A browser lets a page sound after somebody has used it.
        page.keyboard().press("Shift");
        return page;
    }

    /** Two agents, of whom one is on duty: every call rings there. @return a token of the unit */
    private String foundUnit() {
        application
                .bean(Units.class)
                .save(new Unit(
                        UNIT,
                        "招商部",
                        "广安世纪",
                        null,
                        List.of("ringmanager"),
                        List.of(),
                        RotaDesk.BY_TELEPHONE.with("wrapUpAfterCall", 0)));
        application.load(UNIT, """
                login,name,mobile,extension,team,place
                ringa,铃一,13900000901,401,A,1
                ringb,铃二,13900000902,402,B,1
                ringmanager,经理,13900000903,403,-,
                """);
        TestPeople people = new TestPeople(application.bean(Accounts.class));
        people.named("ringa", UNIT, Role.AGENT);
        people.named("ringb", UNIT, Role.AGENT);
        return application.bean(ApiTokens.class).create(UNIT, "bench").clear();
    }
}
