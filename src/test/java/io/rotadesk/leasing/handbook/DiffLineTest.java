package io.rotadesk.leasing.handbook;

import static io.rotadesk.leasing.handbook.DiffLine.Kind.IN;
import static io.rotadesk.leasing.handbook.DiffLine.Kind.OUT;
import static io.rotadesk.leasing.handbook.DiffLine.Kind.SAME;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiffLineTest {

    @Test
    void aRewordedLineSaysWhichStretchChanged() {
        assertThat(DiffLine.between("停车位约一百个。\n先到先得。", "停车位约两百个。\n先到先得。"))
                .containsExactly(
                        new DiffLine(OUT, "停车位约", "一", "百个。"),
                        new DiffLine(IN, "停车位约", "两", "百个。"),
                        new DiffLine(SAME, "先到先得。", "", ""));
    }

    @Test
    void addedAndRemovedLinesAreFound() {
        assertThat(DiffLine.between("甲\n乙\n丙", "甲\n丙\n丁"))
                .containsExactly(
                        new DiffLine(SAME, "甲", "", ""),
                        new DiffLine(OUT, "乙", "", ""),
                        new DiffLine(SAME, "丙", "", ""),
                        new DiffLine(IN, "丁", "", ""));
    }

    @Test
    void aNewTextIsAllIn() {
        assertThat(DiffLine.between("", "甲\n乙")).extracting(DiffLine::kind).containsExactly(IN, IN);
    }

    @Test
    void twoVeryLongTextsAreComparedAtOnce() {
        assertThat(DiffLine.between("甲\n".repeat(19_000), "乙\n".repeat(19_000))).hasSizeGreaterThan(19_000);
    }
}
