package io.rotadesk.petition.paper;

import io.rotadesk.staff.unit.SettingChoice;
import io.rotadesk.staff.unit.UnitKind;

/** The kinds of papers of a matter. Their Chinese names are those of the field; the papers themselves are always in Chinese. */
public enum PaperKind implements SettingChoice {
    /** The matter is accepted: how and by when it is handled, and by whom (P4). */
    ACCEPTANCE("受理告知书", "受"),
    /** The matter is not accepted, why, and where the petitioner can go instead. */
    REJECTION("不予受理告知书", "不受"),
    /** The matter was passed on to another unit (P6). */
    FORWARDING("转送（交办）告知书", "转"),
    /** The leader has approved more time (P4). */
    EXTENSION("延长期限告知书", "延"),
    /** The answer: facts, basis, opinion on each matter, and the remedy. */
    ANSWER("答复意见书", "答"),
    /** The opinion of the level above on an answer. */
    REVIEW_OPINION("复查意见书", "复查"),
    /** The last opinion, of the level above that. */
    RECHECK_OPINION("复核意见书", "复核"),
    /** The answer is final: the matter is not accepted any more. */
    NOT_ACCEPTED_AGAIN("不再受理告知书", "不再受"),
    /** The receipt for another paper, which the receiver signs by hand. */
    RECEIPT("送达回证", "证"),
    /** The form on which a visit is registered (P2). */
    REGISTRATION("来访登记表", "登");

    private final String chinese;
    private final String inNumber;

    PaperKind(String chinese, String inNumber) {
        this.chinese = chinese;
        this.inNumber = inNumber;
    }

    /** Its name in Chinese, as it stands in other papers. */
    public String chinese() {
        return chinese;
    }

    /** Its word in the number of a paper, as in 清河访答〔2026〕12号. */
    String inNumber() {
        return inNumber;
    }

    /** Whether the petitioner is handed it. The others are forms that stay with the unit. */
    public boolean isDelivered() {
        return this != RECEIPT && this != REGISTRATION;
    }

    /** Whether a leader always signs it: an answer, and the opinion on one. */
    public boolean isAlwaysSigned() {
        return this == ANSWER || isOpinion();
    }

    /** Whether the level above issues it. */
    public boolean isOpinion() {
        return this == REVIEW_OPINION || this == RECHECK_OPINION;
    }

    /** What a leader always signs nobody can choose. */
    @Override
    public boolean isChoiceIn(UnitKind unit) {
        return unit == UnitKind.PETITION && !isAlwaysSigned();
    }
}
