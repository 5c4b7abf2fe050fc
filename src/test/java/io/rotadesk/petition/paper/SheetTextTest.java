package io.rotadesk.petition.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.paper.SheetText.Block;
import io.rotadesk.petition.paper.SheetText.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SheetTextTest {

    @Test
    void linesBecomeSalutationHeadingsParagraphsAndTables() {
        List<Block> blocks = SheetText.blocks("周某：\n\n您好。\n# 一、事项\n| 编号 | 1 |\n| 姓名 | | 电话 | |\n如下：\n");

        assertThat(blocks)
                .extracting(Block::kind)
                .containsExactly(Kind.SALUTATION, Kind.PARAGRAPH, Kind.HEADING, Kind.TABLE, Kind.PARAGRAPH);
        assertThat(blocks.get(2).text()).isEqualTo("一、事项");
        assertThat(blocks.get(3).rows()).containsExactly(List.of("编号", "1"), List.of("姓名", "", "电话", ""));
    }

    @Test
    void anythingElseIsAParagraph() {
        assertThat(SheetText.blocks("|\n||\n#没有空格\n<b>x</b>"))
                .extracting(Block::kind)
                .containsOnly(Kind.PARAGRAPH);
    }
}
