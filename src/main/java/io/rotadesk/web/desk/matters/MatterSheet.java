package io.rotadesk.web.desk.matters;

import io.rotadesk.platform.input.ListText;
import io.rotadesk.platform.input.SheetCell;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A table that is written row by row while it is read: texts as texts, days as days, counts as numbers. */
interface MatterSheet extends Closeable {

    /** @param cells texts, {@link LocalDate}s and {@link Number}s; null for nothing */
    void row(List<?> cells) throws IOException;

    /** As CSV with the mark by which spreadsheets recognise UTF-8; a text that begins like a formula stays a text. */
    static MatterSheet csv(OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(ListText.BYTE_ORDER_MARK);
        CSVPrinter csv = new CSVPrinter(text, CSVFormat.RFC4180);
        return new MatterSheet() {

            @Override
            public void row(List<?> cells) throws IOException {
                for (Object cell : cells) {
                    csv.print(cell instanceof String words ? SheetCell.written(words) : cell);
                }
                csv.println();
            }

            @Override
            public void close() throws IOException {
                csv.flush();
            }
        };
    }

    /** As a workbook with one sheet, to be printed on A4. */
    static MatterSheet xlsx(OutputStream out, String title, List<Integer> widths) {
        Workbook book = new Workbook(out, "RotaDesk", "1.0");
        Worksheet sheet = book.newWorksheet(title);
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.freezePane(1, 1);
        sheet.repeatRows(0);
        for (int column = 0; column < widths.size(); column++) {
            sheet.width(column, widths.get(column));
        }
        return new MatterSheet() {

            private static final int KEPT = 500;
            private int row;

            @Override
            public void row(List<?> cells) throws IOException {
                for (int column = 0; column < cells.size(); column++) {
                    cell(column, cells.get(column));
                }
                row++;
                if (row % KEPT == 0) {
                    sheet.flush();
                }
            }

            private void cell(int column, Object cell) {
                if (cell instanceof LocalDate day) {
                    sheet.value(row, column, day);
                    sheet.style(row, column).format("yyyy-mm-dd").set();
                } else if (cell instanceof Number number) {
                    sheet.value(row, column, number);
                } else if (cell != null) {
                    sheet.value(row, column, cell.toString());
                }
                if (row == 0) {
                    sheet.style(row, column).bold().set();
                }
            }

            @Override
            public void close() throws IOException {
                sheet.finish();
                book.finish();
            }
        };
    }
}
