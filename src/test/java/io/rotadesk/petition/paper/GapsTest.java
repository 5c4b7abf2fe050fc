package io.rotadesk.petition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void aPlaceholderIsReplacedByItsValueAndNothingIsEvaluated() {
        String filled = Gaps.fill(
                "{{来访人}}：您的事项 {{ 事项编号 }}。",
                Map.of(Placeholder.PETITIONER, "周$1\\某 {{单位}} ${7*7}", Placeholder.MATTER_NUMBER, "2026-000001"));

        assertThat(filled.strip())
                .as("a value is not looked through again")
                .isEqualTo("周$1\\某 {{单位}} ${7*7}：您的事项 2026-000001。");
    }

    @Test
    void aValueThatTheMatterDoesNotHaveIsLeftForTheAuthor() {
        String filled = Gaps.fill("处理方式：{{处理方式}}", Map.of());

        assertThat(filled.strip()).isEqualTo("处理方式：【请填写：处理方式】");
        assertThat(Gaps.open("标题", filled)).containsExactly("处理方式");
        assertThat(Gaps.open("标题", "处理方式：派人查看")).isEmpty();
    }

    @Test
    void aValueInATableStaysInItsCell() {
        String filled = Gaps.fill("| 诉求 | {{诉求}} |", Map.of(Placeholder.PURPOSE, "修路\n补偿 | 道歉"));

        assertThat(filled.strip()).isEqualTo("| 诉求 | 修路 补偿 ｜ 道歉 |");
    }

    @Test
    void unknownNamesAreFound() {
        assertThat(Gaps.unknown("{{来访人}} {{姓 名}} {{T(java.lang.Runtime)}} {{姓 名}}"))
                .containsExactly("姓 名", "T(java.lang.Runtime)");
    }

    @Test
    void theTextsOfTheProductHaveKnownPlaceholdersOnly() {
        ShippedTemplates shipped = new ShippedTemplates();
        for (PaperKind kind : PaperKind.values()) {
            Wording words = shipped.of(kind).wording();
            assertThat(Gaps.unknown(words.title() + words.text()))
                    .as(kind.name())
                    .isEmpty();
            assertThat(Papers.checked(words)).as(kind.name()).isEqualTo(words);
        }
    }
}
