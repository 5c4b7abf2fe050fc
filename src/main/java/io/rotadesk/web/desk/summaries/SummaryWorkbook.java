package io.rotadesk.web.desk.summaries;

import io.rotadesk.petition.enquiry.UnitRating;
import io.rotadesk.petition.summary.Counts;
import io.rotadesk.petition.summary.SummaryMatter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.PaperSize;
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
            "longestDays",
            "rated",
            "satisfiedNumber",
            "satisfied",
            "urged");
    private static final List<String> MATTER_COLUMNS = List.of(
            "number",
            "unit",
            "category",
            "opened",
            "new",
            "closedOn",
            "outcome",
            "days",
            "overdue",
            "satisfied",
            "urged");

    private final MessageSource messages;

    SummaryWorkbook(MessageSource messages) {
        this.messages = messages;
    }

    byte[] write(SummaryView view, List<MatterLine> matters, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "RotaDesk", "1.0")) {
            overview(book.newWorksheet(text("sheet.overview", locale)), view, locale);
            lines(book, "byCategory", "category", view.categories(), locale);
            lines(book, "byUnit", "unit", view.units(), locale);
            outcomes(book.newWorksheet(text("byOutcome", locale)), view, locale);
            matters(book.newWorksheet(text("sheet.matters", locale)), matters, locale);
            if (!view.ratings().isEmpty()) {
                ratings(book.newWorksheet(text("ratings", locale)), view, locale);
            }
        }
        return out.toByteArray();
    }

    private void overview(Worksheet sheet, SummaryView view, Locale locale) throws IOException {
        paper(sheet);
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
        paper(sheet);
        sheet.width(0, 36);
        sheet.value(0, 0, text(first, locale));
        for (int i = 0; i < COLUMNS.size(); i++) {
            sheet.value(0, i + 1, text(COLUMNS.get(i), locale));
            sheet.width(i + 1, 14);
        }
        int row = 1;
        for (SummaryView.Line line : lines) {
            sheet.value(row, 0, name(line, locale));
            counts(sheet, row++, line.counts());
        }
        head(sheet, COLUMNS.size());
        sheet.finish();
    }

    /** What is below a sum is further in; a sum says so, since it is counted in no other. */
    private String name(SummaryView.Line line, Locale locale) {
        String sum = line.sum() ? " (" + text("sum", locale) + ")" : "";
        return "\u3000".repeat(line.level()) + line.name() + sum;
    }

    /** Reports are printed on A4, and a table's columns go onto one page. */
    private static void paper(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private void matters(Worksheet sheet, List<MatterLine> matters, Locale locale) throws IOException {
        paper(sheet);
        for (int i = 0; i < MATTER_COLUMNS.size(); i++) {
            sheet.value(0, i, text(MATTER_COLUMNS.get(i), locale));
            sheet.width(i, i == 1 ? 28 : 14);
        }
        int row = 1;
        for (MatterLine line : matters) {
            SummaryMatter matter = line.matter();
            sheet.value(row, 0, matter.number());
            sheet.value(row, 1, line.unit());
            sheet.value(row, 2, line.category());
            day(sheet, row, 3, line.opened());
            sheet.value(row, 4, matter.received());
            day(sheet, row, 5, line.closed());
            if (line.outcome() != null) {
                sheet.value(row, 6, line.outcome());
            }
            if (matter.days() != null) {
                sheet.value(row, 7, matter.days());
            }
            sheet.value(row, 8, matter.overdue());
            if (matter.rated() > 0) {
                sheet.value(row, 9, text(matter.satisfied() > 0 ? "yes" : "no", locale));
            }
            sheet.value(row++, 10, matter.urged());
        }
        head(sheet, MATTER_COLUMNS.size() - 1);
        sheet.repeatRows(0);
        sheet.finish();
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate day) {
        if (day != null) {
            sheet.value(row, column, day);
            sheet.style(row, column).format("yyyy-mm-dd").set();
        }
    }

    private void outcomes(Worksheet sheet, SummaryView view, Locale locale) throws IOException {
        paper(sheet);
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

    private void ratings(Worksheet sheet, SummaryView view, Locale locale) throws IOException {
        List<String> columns =
                List.of("unit", "rated.about", "rated.SATISFIED", "rated.FAIRLY", "rated.DISSATISFIED", "rated.rate");
        for (int column = 0; column < columns.size(); column++) {
            sheet.width(column, column == 0 ? 36 : 14);
            sheet.value(0, column, text(columns.get(column), locale));
        }
        int row = 1;
        for (SummaryView.RatedUnit unit : view.ratings()) {
            UnitRating rating = unit.rating();
            sheet.value(row, 0, unit.name());
            sheet.value(row, 1, text("rated." + rating.about(), locale));
            sheet.value(row, 2, rating.satisfied());
            sheet.value(row, 3, rating.fairly());
            sheet.value(row, 4, rating.dissatisfied());
            sheet.value(row++, 5, rating.rate());
        }
        head(sheet, columns.size() - 1);
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
            counts.longestDays(),
            counts.rated(),
            counts.satisfied(),
            counts.satisfiedPercent() == null ? null : counts.satisfiedPercent() / 100.0,
            counts.urged()
        }) {
            if (figure != null) {
                sheet.value(row, column, figure);
            }
            if (column == COLUMNS.indexOf("satisfied") + 1) {
                sheet.style(row, column).format("0%").set();
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
