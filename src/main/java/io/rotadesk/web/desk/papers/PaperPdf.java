package io.rotadesk.web.desk.papers;

import com.lowagie.text.Chunk;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import io.nayuki.qrcodegen.QrCode;
import io.rotadesk.petition.paper.SheetText.Block;
import io.rotadesk.web.desk.matters.PrintedCode;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes a sheet as a PDF on A4, with its font in it. */
@Component
class PaperPdf {

    private static final float MARGIN = millimetres(24);
    private static final float SIZE = 12;
    private static final float LEADING = SIZE * 1.75f;
    private static final float SQUARE = millimetres(26);

    private final PaperFonts fonts;

    PaperPdf(PaperFonts fonts) {
        this.fonts = fonts;
    }

    /** Whether there is a font that has all characters of the sheet. */
    boolean canWrite(Sheet sheet) {
        return fonts.forText(words(sheet)).isPresent();
    }

    /**
     * Empty if there is no font that has all characters of the sheet; the printed page has them then.
     *
     * @param code with which the petitioner looks the matter up; null if the sheet has none
     */
    Optional<byte[]> of(Sheet sheet, PrintedCode code) {
        return fonts.forText(words(sheet)).map(font -> written(sheet, code, font));
    }

    private static String words(Sheet sheet) {
        Stream<String> body = sheet.blocks().stream()
                .flatMap(block -> Stream.concat(
                        Stream.of(block.text()), block.rows().stream().flatMap(List::stream)));
        return Stream.concat(Stream.of(sheet.unitName(), sheet.title(), sheet.number(), sheet.replaces()), body)
                .filter(Objects::nonNull)
                .collect(Collectors.joining());
    }

    private static byte[] written(Sheet sheet, PrintedCode code, BaseFont font) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Document page = new Document(PageSize.A4, MARGIN, MARGIN, millimetres(26), MARGIN);
        PdfWriter writer = PdfWriter.getInstance(page, bytes);
        writer.setPageEvent(new PageNumbers(font));
        page.addTitle(sheet.title());
        page.open();
        if (sheet.draft()) {
            page.add(line("草稿　未签发", font, SIZE - 2, Element.ALIGN_CENTER));
        }
        if (sheet.replaced()) {
            page.add(line("本版已被替代", font, SIZE - 2, Element.ALIGN_CENTER));
        }
        page.add(line(sheet.unitName(), font, SIZE, Element.ALIGN_CENTER));
        Paragraph title = line(sheet.title(), font, 20, Element.ALIGN_CENTER);
        title.setLeading(30);
        page.add(title);
        if (sheet.number() != null) {
            page.add(line(sheet.number(), font, SIZE, Element.ALIGN_CENTER));
        }
        if (sheet.replaces() != null) {
            page.add(line("本文书替代 " + sheet.replaces(), font, SIZE - 1, Element.ALIGN_CENTER));
        }
        page.add(line(" ", font, SIZE, Element.ALIGN_LEFT));
        sheet.blocks().forEach(block -> page.add(element(block, sheet.columns(block), font)));
        if (code != null) {
            page.add(framed(code, font, writer));
        }
        if (sheet.sealed()) {
            page.add(signature(sheet, font));
        }
        page.close();
        return bytes.toByteArray();
    }

    private static Element element(Block block, int columns, BaseFont font) {
        switch (block.kind()) {
            case TABLE:
                return table(block, columns, font);
            case SALUTATION:
                return line(block.text(), font, SIZE, Element.ALIGN_LEFT);
            case HEADING:
                Paragraph heading = line(block.text(), font, SIZE + 1, Element.ALIGN_LEFT);
                heading.setSpacingBefore(6);
                return heading;
            default:
                Paragraph paragraph = line(block.text(), font, SIZE, Element.ALIGN_JUSTIFIED);
                paragraph.setFirstLineIndent(SIZE * 2);
                return paragraph;
        }
    }

    private static PdfPTable table(Block block, int columns, BaseFont font) {
        float[] widths = new float[Math.max(2, columns)];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = i % 2 == 0 ? 3 : columns > 2 ? 4 : 9;
        }
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setSpacingBefore(6);
        table.setSpacingAfter(8);
        for (List<String> row : block.rows()) {
            for (int i = 0; i < row.size(); i++) {
                PdfPCell cell = new PdfPCell(new Phrase(LEADING - 3, chunk(row.get(i), font, SIZE)));
                cell.setPadding(5);
                cell.setMinimumHeight(LEADING + 5);
                cell.setColspan(i == row.size() - 1 ? widths.length - i : 1);
                table.addCell(cell);
            }
        }
        return table;
    }

    /** The code, and beside it the square where there is one; on one page. */
    private static PdfPTable framed(PrintedCode code, BaseFont font, PdfWriter writer) {
        PdfPTable table = code.square() == null ? new PdfPTable(1) : new PdfPTable(new float[] {1, 4});
        table.setWidthPercentage(100);
        table.setSpacingBefore(10);
        table.setKeepTogether(true);
        if (code.square() != null) {
            PdfPCell square = new PdfPCell(drawn(code.square(), writer));
            square.setBorder(Rectangle.LEFT | Rectangle.TOP | Rectangle.BOTTOM);
            square.setPadding(4);
            table.addCell(square);
        }
        PdfPCell words = new PdfPCell();
        words.addElement(line("查询码 " + code.code(), font, SIZE + 1, Element.ALIGN_LEFT));
        words.addElement(line(code.help(), font, SIZE - 2, Element.ALIGN_LEFT));
        words.setBorder(
                Rectangle.RIGHT | Rectangle.TOP | Rectangle.BOTTOM | (code.square() == null ? Rectangle.LEFT : 0));
        words.setPadding(6);
        words.setVerticalAlignment(Element.ALIGN_MIDDLE);
        table.addCell(words);
        return table;
    }

    private static Image drawn(QrCode square, PdfWriter writer) {
        PdfTemplate drawing = writer.getDirectContent().createTemplate(SQUARE, SQUARE);
        float dot = SQUARE / square.size;
        for (int y = 0; y < square.size; y++) {
            for (int x = 0; x < square.size; x++) {
                if (square.getModule(x, y)) {
                    drawing.rectangle(x * dot, SQUARE - (y + 1) * dot, dot, dot);
                }
            }
        }
        drawing.fill();
        return Image.getInstance(drawing);
    }

    /** It stays on one page, with room for the seal. */
    private static PdfPTable signature(Sheet sheet, BaseFont font) {
        PdfPTable table = new PdfPTable(1);
        table.setWidthPercentage(100);
        table.setSpacingBefore(40);
        table.setKeepTogether(true);
        String day = sheet.signedOn() == null ? "　　　　年　　月　　日" : sheet.chineseDay();
        for (String text : List.of(sheet.unitName() + "（盖章）", day)) {
            PdfPCell cell = new PdfPCell(new Phrase(LEADING, chunk(text, font, SIZE)));
            cell.setBorder(0);
            cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
            table.addCell(cell);
        }
        return table;
    }

    private static Paragraph line(String text, BaseFont font, float size, int alignment) {
        Paragraph line = new Paragraph(Math.max(LEADING, size * 1.4f), chunk(text, font, size));
        line.setAlignment(alignment);
        return line;
    }

    private static Chunk chunk(String text, BaseFont font, float size) {
        Chunk chunk = new Chunk(text, new Font(font, size));
        chunk.setSplitCharacter(new ChineseLines());
        return chunk;
    }

    private static float millimetres(float length) {
        return length * 72 / 25.4f;
    }
}
