package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.engine.models.Decisions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The decision about the emphasis of the tour alone, on the DMN engine. */
@Tag("L3.3")
class TourEmphasisTest {

    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    @ParameterizedTest(name = "{0}, {1} square metres: {2}")
    @CsvSource({
        "catering, 120, 排烟",
        "catering, 300, 楼层承重",
        "retail, 299.5, 人流动线",
        "retail, 1000, 主力店",
        "office, 499, 公共交通",
        "office, 500, 独立大堂",
        "education, 800, 消防疏散",
        "service, 60, 社区客群",
        "warehouse, 2000, 卸货平台",
        "other, 90, 位置环境"
    })
    void theEmphasisFollowsFromIntentAndFloorArea(String intent, double floorArea, String stressed) throws IOException {
        assertThat(emphasis(intent, floorArea)).contains(stressed);
    }

    @Test
    void aVisitorWhoDoesNotSayHowMuchSpaceIsShownTheUsual() throws IOException {
        assertThat(emphasis("catering", null)).isEqualTo(emphasis("catering", 120.0));
    }

    @Test
    void thereIsSomethingToSayToACompetitorWithoutAnIntentToo() throws IOException {
        assertThat(emphasis(null, null)).contains("卖点");
    }

    private String emphasis(String intent, Double floorArea) throws IOException {
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("intent", intent);
        inputs.put("floorArea", floorArea);
        try (InputStream file = Files.newInputStream(Path.of("processes", "tour-emphasis.dmn"))) {
            return engine.evaluateDecisionTable(Decisions.TOUR_EMPHASIS, file, inputs)
                    .getSingleEntry();
        }
    }
}
