package io.rotadesk.petition.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The texts that come with the product: {@code papers/<kind>.txt}, the title in the first line. */
@Component
class ShippedTemplates {

    private final Map<PaperKind, TemplateVersion> templates =
            Arrays.stream(PaperKind.values()).collect(Collectors.toMap(Function.identity(), ShippedTemplates::read));

    TemplateVersion of(PaperKind kind) {
        return templates.get(kind);
    }

    private static TemplateVersion read(PaperKind kind) {
        String file = "papers/" + kind.name().toLowerCase(Locale.ROOT) + ".txt";
        try {
            String[] parts = new ClassPathResource(file)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .split("\n", 2);
            Wording wording = new Wording(parts[0].strip(), parts[1].strip());
            return new TemplateVersion(null, kind, 0, wording, null, null, "");
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped text could not be read: " + file, e);
        }
    }
}
