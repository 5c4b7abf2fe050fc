package io.rotadesk.web.desk.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.nayuki.qrcodegen.QrCode;
import io.rotadesk.petition.paper.SheetText;
import io.rotadesk.web.desk.matters.PrintedCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A paper as a PDF; where the machine has no Chinese font there is none. */
class PaperPdfTest {

    private final PaperPdf pdf = new PaperPdf(new PaperFonts(""));

    @Test
    void thePaperIsOnA4WithItsFontAndPageNumbers() throws IOException {
        Sheet sheet = sheet("周某：\n# 一、事项\n| 编号 | 2026-000001 |\n" + "经查，路面塌陷情况属实。".repeat(200));
        assumeTrue(pdf.canWrite(sheet), "no Chinese font here");

        try (PdfReader file = new PdfReader(pdf.of(sheet, null).orElseThrow())) {
            assertThat(file.getNumberOfPages()).isEqualTo(3);
            assertThat(file.getPageSize(1).getWidth()).isBetween(594f, 596f);
            assertThat(file.getPageSize(1).getHeight()).isBetween(841f, 843f);
            String first = new PdfTextExtractor(file).getTextFromPage(1);
            assertThat(first).contains("关于修路的答复意见书", "清河访答〔2026〕12号", "2026-000001", "第 1 页", "共 3 页");
            assertThat(new PdfTextExtractor(file).getTextFromPage(3)).contains("（盖章）", "2026年3月2日");
        }
    }

    @Test
    void theCodeForThePetitionerIsOnItAsOnThePrintedPage() throws IOException {
        Sheet sheet = sheet("周某：\n路已修好。");
        assumeTrue(pdf.canWrite(sheet), "no Chinese font here");
        String page = "https://rota.example/public/matters";
        var scanned = QrCode.encodeText(page + "#7K4M-2XQT-9HWP", QrCode.Ecc.MEDIUM);

        for (PrintedCode code : List.of(
                new PrintedCode("7K4M-2XQT-9HWP", page, scanned), new PrintedCode("7K4M-2XQT-9HWP", null, null))) {
            try (PdfReader file = new PdfReader(pdf.of(sheet, code).orElseThrow())) {
                assertThat(new PdfTextExtractor(file).getTextFromPage(1))
                        .contains("查询码 7K4M-2XQT-9HWP", "办理进度", code.page() == null ? "凭查询码" : page);
                assertThat(file.getNumberOfPages()).isEqualTo(1);
            }
        }
    }

    @Test
    void aCharacterThatNoFontHasIsNotLeftOut() {
        Sheet sheet = sheet("\uDBFF\uDFFD");

        assertThat(pdf.canWrite(sheet)).isFalse();
        assertThat(pdf.of(sheet, null)).isEmpty();
    }

    @Test
    void aLineDoesNotBeginWithAClosingSignNorEndWithAnOpeningOne() {
        assertThat(breaks("路坏。修")).containsExactly(true, false, true);
        assertThat(breaks("路（坏）")).containsExactly(true, false, false);
        assertThat(breaks("第2026年")).containsExactly(true, false, false, false, true);
    }

    private static boolean[] breaks(String text) {
        boolean[] may = new boolean[text.length() - 1];
        for (int i = 0; i < may.length; i++) {
            may[i] = new ChineseLines().isSplitCharacter(0, i, text.length(), text.toCharArray(), null);
        }
        return may;
    }

    private static Sheet sheet(String text) {
        return new Sheet(
                "青河镇群众接访中心",
                "清河访答〔2026〕12号",
                "关于修路的答复意见书",
                SheetText.blocks(text),
                LocalDate.of(2026, 3, 2),
                false,
                false,
                null,
                true);
    }
}
