package io.rotadesk.web.desk.papers;

import com.lowagie.text.Document;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** Writes the number of each page below it, and of how many; that is known when the last one is written. */
final class PageNumbers extends PdfPageEventHelper {

    private static final float SIZE = 9;
    private static final float WIDTH = 60;

    private final BaseFont font;
    private PdfTemplate all;

    PageNumbers(BaseFont font) {
        this.font = font;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document page) {
        all = writer.getDirectContent().createTemplate(WIDTH, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document page) {
        String text = "第 " + writer.getPageNumber() + " 页　共 ";
        float left = page.getPageSize().getWidth() / 2 - font.getWidthPoint(text, SIZE);
        float bottom = page.bottomMargin() / 2;
        PdfContentByte content = writer.getDirectContent();
        write(content, text, left, bottom);
        content.addTemplate(all, page.getPageSize().getWidth() / 2, bottom);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document page) {
        write(all, (writer.getPageNumber() - 1) + " 页", 0, 0);
    }

    private void write(PdfContentByte content, String text, float left, float bottom) {
        content.beginText();
        content.setFontAndSize(font, SIZE);
        content.setTextMatrix(left, bottom);
        content.showText(text);
        content.endText();
    }
}
