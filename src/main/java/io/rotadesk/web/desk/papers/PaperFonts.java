package io.rotadesk.web.desk.papers;

import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The Chinese font that is embedded in a PDF: the file that {@code rotadesk.papers.font} names, else the first that there is of those
 * that common systems have. A font of a collection is named by its file, a comma and its place. It is looked for once.
 */
@Component
class PaperFonts {

    private static final Logger log = LoggerFactory.getLogger(PaperFonts.class);

    private static final List<String> COMMON = List.of(
            "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Regular.ttc,2",
            "/usr/share/fonts/truetype/arphic/uming.ttc,0",
            "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc,0",
            "C:/Windows/Fonts/simfang.ttf",
            "C:/Windows/Fonts/simsun.ttc,0",
            "/System/Library/Fonts/Supplemental/Songti.ttc,6");

    private final String chosen;
    private Optional<BaseFont> found;

    PaperFonts(@Value("${rotadesk.papers.font:}") String chosen) {
        this.chosen = chosen.strip();
    }

    /** A font that has every character of the text; empty if there is none. */
    synchronized Optional<BaseFont> forText(String text) {
        if (found == null) {
            found = Stream.concat(Stream.of(chosen).filter(name -> !name.isEmpty()), COMMON.stream())
                    .filter(name -> Files.isReadable(Path.of(name.replaceFirst(",\\d+$", ""))))
                    .flatMap(name -> load(name).stream())
                    .findFirst();
        }
        return found.filter(font ->
                text.codePoints().filter(one -> !Character.isISOControl(one)).allMatch(font::charExists));
    }

    private static Optional<BaseFont> load(String name) {
        try {
            return Optional.of(BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED));
        } catch (IOException | RuntimeException e) {
            log.warn("The font {} cannot be embedded in a PDF: {}", name, e.toString());
            return Optional.empty();
        }
    }
}
