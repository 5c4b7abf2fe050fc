package io.rotadesk.petition.paper;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import io.rotadesk.staff.unit.UnitKind;
import java.util.Set;

/**
 * The settings of a petition unit's papers.
 *
 * @param papersDemanded whether a step that tells the petitioner something waits until its paper is delivered (P4)
 * @param leaderSigns the kinds that only a leader signs; an answer is always signed by one
 * @param paperMark the unit's word in the numbers of its papers, 清河访 in 清河访答〔2026〕12号; empty for the unit's name
 * @param reviewBody the superior at which petitioners can ask for a review; empty for the unit above
 */
@SettingsOfUnits(place = 95)
public record PaperSettings(
        @Setting(group = "paper", usual = "NO", in = UnitKind.PETITION)
        Demand papersDemanded,

        @Setting(group = "paper", usual = "REJECTION,EXTENSION,NOT_ACCEPTED_AGAIN", least = 0, in = UnitKind.PETITION)
        Set<PaperKind> leaderSigns,

        @Setting(group = "paper", in = UnitKind.PETITION) String paperMark,

        @Setting(group = "paper", in = UnitKind.PETITION) String reviewBody) {

    /** Whether steps wait for papers. */
    public enum Demand {
        NO,
        YES
    }

    /** Whether only a leader signs papers of this kind. */
    public boolean needsLeader(PaperKind kind) {
        return kind.isAlwaysSigned() || leaderSigns.contains(kind);
    }
}
