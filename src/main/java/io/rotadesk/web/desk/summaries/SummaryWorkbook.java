package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.summary.Counts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a summary as a spreadsheet for the report upward (P7): numbers are written as numbers and texts as texts, even
 * a text that begins like a formula.
 */
@Component
class SummaryWorkbook {

    private static final String KEY = "desk.summaries.";
    private static final String HEAD_COLOUR = "E0F0ED";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "received",
            "repeats",
            "persons",
            "groups",
            "anonymous",
            "largeScale",
            "closed",
            "open",
            "overdue",
            "medianDays",
            "longestDays");

    private final MessageSource messages;

    SummaryWorkbook(MessageSource messages) {
        this.messages = messages;
    }

    byte[] write(SummaryView view, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "RotaDesk", "1.0")) {
            overview(book.newWorksheet(text("sheet.overview", locale)), view, locale);
            lines(book, "byCategory", "category", view.categories(), locale);
            lines(book, "byUnit", "unit", view.units(), locale);
            outcomes(book.newWorksheet(text("byOutcome", locale)), view, locale);
        }
        return out.toByteArray();
    }

    private void overview(Worksheet sheet, SummaryView view, Locale locale) throws IOException {
        sheet.width(0, 28);
        sheet.width(1, 60);
        int row = 0;
        row = fact(sheet, row, text("unit", locale), view.unitName());
        row = fact(sheet, row, text("month", locale), view.month().toString());
        row = fact(
                sheet,
                row,
                text("version", locale),
                Integer.toString(view.version().version()));
        row = fact(sheet, row, text("compiledAt", locale), TIME.format(view.compiledAt()));
        String signed = view.signedAt() == null
                ? text("unsigned", locale)
                : view.signedBy() + " " + TIME.format(view.signedAt());
        row = fact(sheet, row, text("signature", locale), signed);
        for (SummaryView.Card card : view.cards()) {
            sheet.value(row, 0, text(card.key(), locale));
            number(sheet, row++, 1, card.value());
        }
        if (view.analysis() != null) {
            sheet.value(row, 0, text("analysis", locale));
            sheet.value(row, 1, view.analysis());
            sheet.style(row, 1).wrapText(true).set();
        }
        sheet.range(0, 0, row, 0).style().bold().verticalAlignment("top").set();
        sheet.range(0, 1, row, 1).style().horizontalAlignment("left").set();
        sheet.finish();
    }

    private void lines(Workbook book, String title, String first, List<SummaryView.Line> lines, Locale locale)
            throws IOException {
        Worksheet sheet = book.newWorksheet(text(title, locale));
        sheet.width(0, 36);
        sheet.value(0, 0, text(first, locale));
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(0, i + 1, text(COLUMNS.get(i), locale));
            sheet.width(i + 1, 14);
        }
        int row = 1;
        for (SummaryView.Line line : lines) {
            sheet.value(row, 0, line.name());
            counts(sheet, row++, line.counts());
        }
        head(sheet, COLUMNS.size());
        sheet.finish();
    }

    private void outcomes(Worksheet sheet, SummaryView view, Locale locale) throws IOException {
        sheet.width(0, 36);
        sheet.value(0, 0, text("outcome", locale));
        sheet.value(0, 1, text("closed", locale));
        int row = 1;
        for (SummaryView.Outcome outcome : view.outcomes()) {
            sheet.value(row, 0, outcome.name());
            sheet.value(row++, 1, outcome.count());
        }
        head(sheet, 1);
        sheet.finish();
    }

    private static void counts(Worksheet sheet, int row, Counts counts) {
        int column = 1;
        for (Number figure : new Number[] {
            counts.received(),
            counts.repeats(),
            counts.persons(),
            counts.groups(),
            counts.anonymous(),
            counts.largeScale(),
            counts.closed(),
            counts.open(),
            counts.overdue(),
            counts.medianDays(),
            counts.longestDays()
        }) {
            if (figure != null) {
                sheet.value(row, column, figure);
            }
            column++;
        }
    }

    private static void head(Worksheet sheet, int lastColumn) {
        sheet.range(0, 0, 0, lastColumn).style().bold().fillColor(HEAD_COLOUR).set();
        sheet.freezePane(1, 1);
    }

    private static int fact(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, name);
        sheet.value(row, 1, value);
        return row + 1;
    }

    private static void number(Worksheet sheet, int row, int column, String value) {
        if (value.matches("[0-9.]+")) {
            sheet.value(row, column, Double.valueOf(value));
        } else {
            sheet.value(row, column, value);
        }
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(KEY + key, null, locale);
    }
}
