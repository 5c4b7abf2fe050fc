package io.rotadesk.web.desk.corrections;

import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.platform.phone.PhoneNumbers;
import io.rotadesk.web.desk.ChoiceWording;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields of an entry that can be corrected, in the order of the page. One table for the page, its rules and the list of
 * changes; the keys are those of the register forms and of a note.
 */
enum EntryField {
    NAME("customerName", Kind.LINE, 100, EntryText::name),
    PHONE("customerPhone", Kind.PHONE, 40, text -> text.phone() == null ? null : PhoneNumbers.readable(text.phone())),
    PHONE_REFUSED("phoneRefused", Kind.FLAG, 0, text -> text.phone() == null),
    MEDIA(
            "mediaSource",
            "desk.register.media.",
            Kind.CHOICE,
            text -> text.needs().mediaSource()),
    INTENT("intent", "desk.visits.intent.", Kind.CHOICE, EntryText::intent),
    INTERESTS(
            "interests",
            "desk.register.interest.",
            Kind.CHECKLIST,
            text -> ChoiceWording.list(text.needs().interests())),
    AREA(
            "floorArea",
            Kind.NUMBER,
            20,
            text -> text.needs().floorArea() == null
                    ? null
                    : text.needs().floorArea().stripTrailingZeros().toPlainString()),
    TRADE("tradeType", Kind.LINE, 100, text -> text.needs().tradeType()),
    BUDGET("budget", Kind.LINE, 100, text -> text.needs().budget()),
    MOVE_IN(
            "moveInDate",
            Kind.DATE,
            0,
            text -> text.needs().moveInDate() == null
                    ? null
                    : text.needs().moveInDate().toString()),
    OBJECTIONS("objections", Kind.LINES, 2_000, text -> lines(text.objections())),
    NEXT_STEP("nextStep", Kind.LINE, 500, EntryText::nextStep),
    REMARKS("remarks", Kind.LINES, 2_000, text -> lines(text.needs().remarks())),
    ANSWER("answer", Kind.LINES, 2_000, text -> lines(text.cover().answer())),
    CALL_BACK(
            "callBackNumber",
            Kind.PHONE,
            40,
            text -> text.cover().callBackNumber() == null
                    ? null
                    : PhoneNumbers.readable(text.cover().callBackNumber())),
    NOTE_WHO("noteWho", Kind.LINE, 100, text -> text.note().who()),
    NOTE_FOR("noteFor", Kind.COLLEAGUE, 0, text -> text.note().forWhom()),
    NOTE_ABOUT("noteAbout", Kind.LINES, 1_000, text -> lines(text.note().about()));

    /** How a field is typed; its value is a text, of a {@link #FLAG} a Boolean, of a {@link #CHECKLIST} a list of texts. */
    enum Kind {
        LINE,
        LINES,
        PHONE,
        NUMBER,
        DATE,
        FLAG,
        CHOICE,
        CHECKLIST,
        /** A choice of people, by login. */
        COLLEAGUE
    }

    private static final Set<EntryField> OF_A_NOTE = EnumSet.range(NOTE_WHO, NOTE_ABOUT);

    private static final Set<EntryField> OF_A_COVER = EnumSet.of(ANSWER, CALL_BACK);

    private static final Set<EntryField> OF_A_CUSTOMER = EnumSet.range(NAME, REMARKS);

    private final String key;
    private final String wording;
    private final Kind kind;
    private final int longest;
    private final Function<EntryText, Object> value;

    EntryField(String key, Kind kind, int longest, Function<EntryText, Object> value) {
        this(key, null, kind, longest, value);
    }

    EntryField(String key, String wording, Kind kind, Function<EntryText, Object> value) {
        this(key, wording, kind, 0, value);
    }

    EntryField(String key, String wording, Kind kind, int longest, Function<EntryText, Object> value) {
        this.key = key;
        this.wording = wording;
        this.kind = kind;
        this.longest = longest;
        this.value = value;
    }

    /** A cover has a number to call back if it had one: whether the colleague calls back was decided then. */
    static Set<EntryField> all(CorrectableEntry entry) {
        return switch (entry.form().about()) {
            case CUSTOMER -> OF_A_CUSTOMER;
            case NOTE -> OF_A_NOTE;
            case COVER -> entry.text().cover().callBackNumber() == null ? EnumSet.of(ANSWER) : OF_A_COVER;
        };
    }

    boolean isOfANote() {
        return OF_A_NOTE.contains(this);
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    /** More characters the page does not take; the form in force decides what is accepted. */
    public int longest() {
        return longest;
    }

    /** The beginning of the keys of messages for its choices; null if it has none. */
    String wording() {
        return wording;
    }

    /** Its value in an entry, as the page shows it and sends it back; null for none. */
    Object of(EntryText text) {
        return value.apply(text);
    }

    /** A browser sends every end of a line as two characters. */
    static String lines(String text) {
        return text == null ? null : text.replace("\r\n", "\n");
    }
}
