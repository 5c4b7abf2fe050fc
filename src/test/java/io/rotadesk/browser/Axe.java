package io.rotadesk.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Looks for what keeps people with a screen reader, a keyboard or weak eyes out of a page, with axe-core. */
final class Axe {

    /** Comes with the Maven artifact; the pages are strict about scripts, so it is evaluated and not linked. */
    private static final String SCRIPT = read("/axe.min.js");

    /**
     * In folded parts, too; a menu would lie over the page. No rule that is in force reads the style sheets again, so they are not
     * fetched for it.
     */
    private static final String RUN = """
            async () => {
              document.querySelectorAll('details:not(.menu)').forEach(part => part.open = true);
              const found = await axe.run(document, {
                preload: {assets: ['media']},
                resultTypes: ['violations'],
                rules: {'label-content-name-mismatch': {enabled: true}}
              });
              return found.violations.flatMap(rule => rule.nodes.map(node =>
                `${rule.impact} ${rule.id}: ${node.target.join(' ')}: ${node.html.slice(0, 160)}`));
            }""";

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Axe() {}

    /** Everything that it finds, one line for each element. */
    @SuppressWarnings("unchecked")
    static List<String> on(Page page) {
        if (!(Boolean) page.evaluate("() => Boolean(window.axe)")) {
            page.evaluate("script => (0, eval)(script)", SCRIPT);
        }
        return (List<String>) page.evaluate(RUN);
    }

    /** What keeps people out or costs them much. */
    static List<String> graveOn(Page page) {
        return on(page).stream()
                .filter(finding -> GRAVE.contains(finding.substring(0, finding.indexOf(' '))))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream script = Axe.class.getResourceAsStream(resource)) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
