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

/** What a form's texts may show: Markdown without HTML, links and pictures of the usual kinds that are written out. */
final class FormTextCheck {

    /** What is wrong with which component. */
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

    /** Of this application, or http, https, mailto, tel; nothing that an expression makes. */
    private static boolean isSafe(String address) {
        // Browsers leave these out before they look for the scheme.
        String plain = address.replaceAll("[\\p{Cntrl}\\p{Z}]", "").toLowerCase(Locale.ROOT);
        return !plain.startsWith("=")
                && !plain.contains("{{")
                && !plain.replace('\\', '/').startsWith("//")
                && (!SCHEME.matcher(plain).matches() || plain.matches("(https?://|mailto:|tel:)[^:]*(:[0-9]+[^:]*)?"));
    }
}
