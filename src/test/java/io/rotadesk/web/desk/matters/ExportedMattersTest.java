package io.rotadesk.web.desk.matters;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.web.desk.DeskBrowser;
import io.rotadesk.web.desk.DeskBrowser.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Leaders export the matters that they have found; each export is on record. */
@Tag("P7")
class ExportedMattersTest extends TownScene {

    private static final String EXPORT = "/desk/matters/export";

    @Test
    void theWorkbookHasWhatTheListShowsWithDaysAsDaysAndTextsAsTexts() throws IOException {
        Matter matter = planned(village, "=1+1", "13800000501", LocalDate.of(2026, 3, 20));
        received(town.office, "梁大妈", "13800000502");
        Page file = top.post(EXPORT, "unit", town.centre.id(), "of", village.id(), "format", "XLSX");
        assertThat(file.response().getHeader("Content-Disposition")).contains("filename*=UTF-8''");
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(file.response().getContentAsByteArray()))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).as("the head and one matter").hasSize(2);
            Row row = rows.get(1);
            assertThat(row.getCellText(0)).isEqualTo(matter.number());
            assertThat(row.getCellAsDate(2).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 2));
            assertThat(row.getCell(3).getType()).isEqualTo(CellType.STRING);
            assertThat(row.getCell(3).getFormula()).isNull();
            assertThat(row.getCellText(3)).isEqualTo("=1+1");
            assertThat(row.getCell(4).getType())
                    .as("a number to dial is a text")
                    .isEqualTo(CellType.STRING);
            assertThat(row.getCellText(4)).isEqualTo("138 0000 0501");
            assertThat(row.getCellAsDate(11).orElseThrow().toLocalDate()).isEqualTo(LocalDate.of(2026, 3, 20));
        }
    }

    @Test
    void inTheTextFileNothingIsAFormula() {
        received(village, "=cmd|' /C calc'!A0", "13800000503");
        received(town.office, "梁大妈", "13800000504");
        String csv = top.post(EXPORT, "unit", town.centre.id(), "format", "CSV").html();
        assertThat(csv).startsWith("\uFEFF编号,责任单位");
        assertThat(csv.lines()).hasSize(3);
        assertThat(csv).contains("'=cmd|", "梁大妈", "2026-03-02", "138 0000 0504");
        assertThat(top.post(EXPORT, "unit", town.centre.id(), "format", "CSV", "q", "梁大妈")
                        .html()
                        .lines())
                .hasSize(2);
    }

    @Test
    void allPagesAreWritten() {
        db.sql("""
                        insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, petitioner_name, state)
                        select :unit || '-' || n, 'E-' || n, :root, :unit, :unit,
                            timestamptz '2026-02-02' + n * interval '1 minute', '周' || n, 'CLOSED'
                        from generate_series(1, 1100) n
                        """).param("unit", village.id()).param("root", town.centre.id()).update();
        db.sql("insert into matter_unit select id, unit_id, opened_at from matter where unit_id = ?")
                .param(village.id())
                .update();
        assertThat(top.post(EXPORT, "unit", town.centre.id(), "format", "CSV")
                        .html()
                        .lines())
                .hasSize(1101);
        assertThat(villageLeader.get("/desk/matters/exports").text()).contains("还没有人导出过");
        assertThat(top.get("/desk/matters/exports").text()).contains("CSV", "1100");
    }

    @Test
    void eachExportIsOnRecordWithoutTheNameThatWasLookedFor() {
        received(village, "吴小兰", "13800000505");
        officeLeader.post(EXPORT, "unit", town.office.id(), "q", "吴小兰", "state", "OPEN", "format", "XLSX");
        for (DeskBrowser leader : List.of(officeLeader, top)) {
            assertThat(leader.get("/desk/matters/exports").text())
                    .contains("负责人", "接访点" + town.office.id(), "XLSX", "state=OPEN", "q=*")
                    .doesNotContain("吴小兰");
        }
        assertThat(villageLeader.get("/desk/matters/exports").text()).doesNotContain("XLSX");
    }

    @Test
    @Tag("P1")
    void onlyLeadersExportAndOnlyWhatTheySee() {
        received(town.otherOffice, "郑某", "13800000506");
        DeskBrowser clerk = town.as(village.staff().get(0));
        assertThat(clerk.post(EXPORT, "unit", village.id(), "format", "CSV").status())
                .isEqualTo(403);
        assertThat(clerk.get("/desk/matters/exports").status()).isEqualTo(403);
        assertThat(officeLeader
                        .post(EXPORT, "unit", town.otherOffice.id(), "format", "CSV")
                        .status())
                .isEqualTo(403);
        assertThat(officeLeader
                        .post(EXPORT, "unit", town.office.id(), "of", town.otherOffice.id(), "format", "CSV")
                        .status())
                .isEqualTo(403);
        assertThat(officeLeader
                        .post(EXPORT, "unit", town.office.id(), "format", "CSV")
                        .html())
                .doesNotContain("郑某");
        assertThat(top.post(EXPORT, "unit", town.centre.id(), "format", "DOC").status())
                .isEqualTo(400);
        assertThat(db.sql("select count(*) from matter_export where unit_id = ?")
                        .param(town.otherOffice.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
