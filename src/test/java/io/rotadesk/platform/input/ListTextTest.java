package io.rotadesk.platform.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list is the same list, whatever spreadsheet saved it. */
class ListTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"姓名,电话\n李想,138\n", "姓名;电话\r\n李想;138", "\uFEFF姓名\t电话\n\n李想 \t 138\n", "\"姓名\",\"电话\"\n李想,138"})
    void aListHasTheSameRowsFromEverySpreadsheet(String text) throws IOException {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try (CSVParser rows = ListText.rows(ListText.of(text.getBytes(charset)))) {
                assertThat(rows.stream().map(CSVRecord::toList))
                        .as(charset.name())
                        .containsExactly(List.of("姓名", "电话"), List.of("李想", "138"));
            }
        }
    }
}
