package io.rotadesk.web.desk.papers;

import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.PdfChunk;

/** Where a line of Chinese may end: not before a closing sign, and not after an opening one. Latin words and numbers stay whole. */
final class ChineseLines implements SplitCharacter {

    private static final String CLOSING = "，。、；：？！）》」』】〕〉”’…—·％%,.;:?!)]}";
    private static final String OPENING = "（《「『【〔〈“‘([{";

    @Override
    public boolean isSplitCharacter(int start, int current, int end, char[] text, PdfChunk[] chunks) {
        char here = text[current];
        if (current + 1 >= end) {
            return true;
        }
        char next = text[current + 1];
        if (CLOSING.indexOf(next) >= 0 || OPENING.indexOf(here) >= 0 || Character.isLowSurrogate(next)) {
            return false;
        }
        return here == ' ' || isChinese(here) || isChinese(next);
    }

    private static boolean isChinese(char one) {
        return one >= '\u2E80' && one <= '\uFFEF';
    }
}
