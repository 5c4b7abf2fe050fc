package io.rotadesk.web.desk.papers;

import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.PaperState;
import io.rotadesk.petition.paper.SheetText;
import io.rotadesk.petition.paper.Wording;
import io.rotadesk.staff.unit.Unit;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A paper as it is printed. It is in Chinese whatever the reader's language is.
 *
 * @param number null until it is signed
 * @param signedOn null until it is signed
 * @param draft whether the sheet says that it is not signed; a form that stays with the unit never does
 * @param replaced whether a later version is in force
 * @param replaces the number of the paper that it corrects; null if it corrects none
 * @param sealed whether it has a place for the unit's seal
 */
public record Sheet(
        String unitName,
        String number,
        String title,
        List<SheetText.Block> blocks,
        LocalDate signedOn,
        boolean draft,
        boolean replaced,
        String replaces,
        boolean sealed) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    /** @param before the paper that it corrects; null if it corrects none */
    static Sheet of(Paper paper, Unit unit, Paper before) {
        boolean signed = paper.isSigned();
        return new Sheet(
                unit.name(),
                paper.number(),
                paper.isErased() ? paper.kind().chinese() : paper.wording().title(),
                paper.isErased() ? List.of() : SheetText.blocks(paper.wording().text()),
                signed ? unit.clock().day(paper.signing().at()) : null,
                !signed && paper.kind().isDelivered(),
                paper.state() == PaperState.REPLACED,
                before == null ? null : before.number(),
                paper.kind().isDelivered());
    }

    /** How words that are not saved would be printed. */
    static Sheet preview(Wording words, PaperKind kind, Unit unit) {
        return new Sheet(
                unit.name(),
                null,
                words.title(),
                SheetText.blocks(words.text()),
                null,
                kind.isDelivered(),
                false,
                null,
                kind.isDelivered());
    }

    /** The day of the signature as it stands on the sheet; null until it is signed. */
    public String chineseDay() {
        return signedOn == null ? null : DAY.format(signedOn);
    }

    /** How many cells the widest row of a table has. */
    public int columns(SheetText.Block table) {
        return table.rows().stream().mapToInt(List::size).max().orElse(1);
    }
}
