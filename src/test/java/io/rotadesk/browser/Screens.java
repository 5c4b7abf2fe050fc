package io.rotadesk.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The screens of a test, one for each person. If a test fails, each screen leaves a picture and a trace ({@code
 * playwright show-trace}) in {@code target/browser/}.
 */
final class Screens implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

    private static final Path KEPT = Path.of("target", "browser");

    private final Map<String, Page> open = new LinkedHashMap<>();
    private final Set<Page> traced = new HashSet<>();

    /** All of them: a person may have several screens, and one that stays open is drawn until the run ends. */
    private final List<BrowserContext> contexts = new ArrayList<>();

    private Chromium chromium;

    /** Checked before the application starts, which is not needed without a browser. */
    @Override
    public void beforeAll(ExtensionContext context) {
        Chromium.in(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        chromium = Chromium.in(context);
    }

    /** A new screen with a session of its own, as large as those in an office. */
    Page open(String person) {
        return open(person, 1440, 900);
    }

    Page open(String person, int width, int height) {
        Page page = untraced(person, width, height);
        // Without a film: drawing it took a sixth of the time of all browser tests.
        page.context().tracing().start(new Tracing.StartOptions().setSnapshots(true));
        traced.add(page);
        return page;
    }

    /** For a test that looks at hundreds of pages and says what is wrong with each: a trace would take longer than the pages. */
    Page untraced(String person, int width, int height) {
        Page page = page(chromium, width, height);
        contexts.add(page.context());
        open.put(person, page);
        return page;
    }

    /** A screen of another browser, in the thread that has started it. */
    static Page page(Chromium chromium, int width, int height) {
        BrowserContext context = chromium.browser()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale("zh-CN")
                        .setTimezoneId("Asia/Shanghai")
                        .setViewportSize(width, height));
        context.setDefaultTimeout(Chromium.PATIENCE.toMillis());
        return context.newPage();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        String test = context.getRequiredTestClass().getSimpleName() + "."
                + context.getRequiredTestMethod().getName();
        open.forEach((person, page) -> {
            if (failed) {
                keep(page, test + "." + person);
            }
        });
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        open.clear();
        traced.clear();
    }

    private void keep(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name + ".png")));
        if (!traced.contains(page)) {
            return;
        }
        page.context().tracing().stop(new Tracing.StopOptions().setPath(KEPT.resolve(name + ".zip")));
    }
}
