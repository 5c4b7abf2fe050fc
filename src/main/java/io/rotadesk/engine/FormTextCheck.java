package io.rotadesk.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;

/** Checks a form's texts: Markdown without HTML, and only literal links and pictures of the usual kinds. */
final class FormTextCheck {

    /** A mistake in a component. */
    interface Report {
        void add(JsonNode component, String message, Object... arguments);
    }

    private static final Parser MARKDOWN = Parser.builder().build();
    private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.\\-]*:.*", Pattern.DOTALL);
    private static final Set<String> ADDRESSES = Set.of("url", "source", "href", "src", "imageurl");

    private final Report report;

    FormTextCheck(Report report) {
        this.report = report;
    }

    void check(JsonNode component) {
        component.properties().forEach(entry -> {
            String name = entry.getKey().toLowerCase(Locale.ROOT);
            if (ADDRESSES.contains(name) && !isSafe(entry.getValue().asText())) {
                report.add(component, "model.formAddress", name);
            }
        });
        MARKDOWN.parse(component.path("text").asText("")).accept(new AbstractVisitor() {

            @Override
            public void visit(HtmlInline html) {
                report.add(component, "model.formHtml");
            }

            @Override
            public void visit(HtmlBlock html) {
                report.add(component, "model.formHtml");
            }

            @Override
            public void visit(Link link) {
                checkAddress(link.getDestination());
                visitChildren(link);
            }

            @Override
            public void visit(Image image) {
                checkAddress(image.getDestination());
                visitChildren(image);
            }

            private void checkAddress(String address) {
                if (!isSafe(address)) {
                    report.add(component, "model.formAddress", "text");
                }
            }
        });
    }

    /**
     * Allowed are addresses of this application, and http, https, mailto and tel; none that an expression computes.
     */
    private static boolean isSafe(String address) {
        // Browsers skip these characters before they read the scheme.
        String plain = address.replaceAll("[\\p{Cntrl}\\p{Z}]", "").toLowerCase(Locale.ROOT);
        return !plain.startsWith("=")
                && !plain.contains("{{")
                && !plain.replace('\\', '/').startsWith("//")
                && (!SCHEME.matcher(plain).matches() || plain.matches("(https?://|mailto:|tel:)[^:]*(:[0-9]+[^:]*)?"));
    }
}
