package io.rotadesk.demo;

import io.rotadesk.leasing.handbook.Edition;
import io.rotadesk.leasing.handbook.Handbook;
import io.rotadesk.leasing.handbook.Section;
import io.rotadesk.leasing.handbook.Section.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills in the facts of the demo project that the shipped handbook leaves open, from {@code demo/handbook.md}, by
 * topic.
 */
@Component
@ConditionalOnProperty("rotadesk.demo")
class DemoHandbook {

    private final Handbook handbook;

    DemoHandbook(Handbook handbook) {
        this.handbook = handbook;
    }

    void fillIn(String unitId, String author) {
        Edition shipped = handbook.current(unitId);
        List<Section> filledIn = Arrays.stream(file().split("(?m)^# "))
                .filter(part -> !part.isBlank())
                .map(part -> part.split("\n", 2))
                .map(part ->
                        shipped.find(Kind.QA, part[0].strip()).orElseThrow().withText(part[1]))
                .toList();
        handbook.saveAll(unitId, filledIn, author, "填写项目资料");
    }

    private static String file() {
        try {
            return new ClassPathResource("demo/handbook.md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
