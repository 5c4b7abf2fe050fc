package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name is never a formula in a spreadsheet, and is the same when the file comes back. */
class SheetCellTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"https://evil.example\",\"x\")",
                "+8613800000001",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u3000=1",
                "\u00a0+1",
                "\u200b=1",
                "\ufeff=1",
                "＝1+1",
                "＋1",
                "－1",
                "＠SUM",
                " \t ＝1",
                "'=1",
                "''",
                "'张",
            })
    void beginsAsTextAndComesBack(String text) {
        String written = SheetCell.written(text);

        assertThat(written).isEqualTo("'" + text);
        assertThat(SheetCell.read(written)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张伟", "O'Neill", "13800000001", "a=b", "1-2", " 张", "*801#"})
    void otherTextIsWrittenAsItIs(String text) {
        assertThat(SheetCell.written(text)).isEqualTo(text);
        assertThat(SheetCell.read(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'张", "'801"})
    void anApostropheThatSomebodyTypedStays(String text) {
        assertThat(SheetCell.read(text)).isEqualTo(text);
    }
}
