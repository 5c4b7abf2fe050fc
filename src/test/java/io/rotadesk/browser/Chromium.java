package io.rotadesk.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.rotadesk.MachinesPrograms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.TestAbortedException;

/** The one browser of a test run: the machine's own, never a downloaded one. */
public final class Chromium implements ExtensionContext.Store.CloseableResource, AutoCloseable {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--disable-quic");

    /** How long a test waits for something on a screen unless it says otherwise; a busy machine is slow. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(ARGUMENTS)
                        .setTimeout(PATIENCE.toMillis()));
    }

    /**
     * Starts the browser, once in a test run.
     *
     * @throws TestAbortedException if there is none on this machine
     * @throws IllegalStateException instead if {@code CI=true}, where the browser is required
     */
    static Chromium in(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .getOrComputeIfAbsent(Chromium.class, key -> start(), Chromium.class);
    }

    /**
     * A browser besides the one of the test run, for another thread: what Playwright gives out belongs to the thread that asked for it.
     *
     * @return to be closed by that thread
     */
    static Chromium another() {
        return start();
    }

    Browser browser() {
        return browser;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static Chromium start() {
        return onPath().map(Chromium::new).orElseThrow(Chromium::missing);
    }

    /** The machine's own browser. */
    public static Optional<Path> onPath() {
        return MachinesPrograms.find(NAMES);
    }

    private static RuntimeException missing() {
        String message = "No browser on PATH (" + String.join(", ", NAMES) + "); install chromium to run browser tests";
        return MachinesPrograms.missing("BROWSER TESTS", message);
    }
}
