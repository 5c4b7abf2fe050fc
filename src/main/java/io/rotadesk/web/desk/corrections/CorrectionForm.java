package io.rotadesk.web.desk.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.CoverText;
import io.rotadesk.leasing.correction.EntryForm;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * A correction as somebody typed it.
 *
 * @param basedOn the number of the version that they saw; 0 if they did not say
 * @param values by field, for the fields that the page has and no others
 * @param reason why the entry is corrected
 * @param who the answer to whose number it is, see {@link CorrectionPages}
 */
record CorrectionForm(int basedOn, Map<EntryField, Object> values, String reason, String who) {

    /** More than this cannot be written about one correction. */
    static final int LONGEST_REASON = 500;

    /** Before the name of a field that sends nothing when nothing is ticked. */
    private static final String SHOWN = "_";

    private static final int LONGEST_NUMBER = 40;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The entry as it is, to be corrected. */
    static CorrectionForm of(EntryText text, int version, Collection<EntryField> fields) {
        Map<EntryField, Object> values = new EnumMap<>(EntryField.class);
        fields.forEach(field -> values.put(field, field.of(text)));
        return new CorrectionForm(version, values, null, null);
    }

    /**
     * The correction that a page sent.
     *
     * @param before the entry; a field that was not sent is as in it
     * @param fields those that the page has; for others nothing is taken
     */
    static CorrectionForm typed(MultiValueMap<String, String> sent, EntryText before, Collection<EntryField> fields) {
        Map<EntryField, Object> values = new EnumMap<>(EntryField.class);
        for (EntryField field : fields) {
            List<String> all = sent(sent, field);
            values.put(field, all == null ? field.of(before) : typed(field, all, field.of(before)));
        }
        if (fields.contains(EntryField.PHONE_REFUSED) && sent(sent, EntryField.PHONE_REFUSED) == null) {
            values.put(EntryField.PHONE_REFUSED, values.get(EntryField.PHONE) == null);
        }
        return new CorrectionForm(
                version(sent.getFirst("basedOn")),
                values,
                sent.getFirst("reason"),
                SafeText.orNull(sent.getFirst("who")));
    }

    /** @return null if the page did not show it */
    private static List<String> sent(MultiValueMap<String, String> sent, EntryField field) {
        List<String> all = sent.entrySet().stream()
                .filter(one -> one.getKey().equals(field.key()) || one.getKey().startsWith(field.key() + "["))
                .flatMap(one -> one.getValue().stream())
                .toList();
        return all.isEmpty() && !sent.containsKey(SHOWN + field.key()) ? null : all;
    }

    private static Object typed(EntryField field, List<String> sent, Object before) {
        String first = sent.isEmpty() ? null : SafeText.orNull(sent.get(0));
        return switch (field.kind()) {
            case FLAG -> Boolean.valueOf(first);
            case CHECKLIST -> {
                List<String> ticked =
                        sent.stream().filter(one -> !one.isBlank()).distinct().toList();
                // In whatever order they were ticked.
                yield before instanceof List<?> was && Set.copyOf(was).equals(Set.copyOf(ticked)) ? was : ticked;
            }
            case NUMBER -> {
                BigDecimal number = number(first);
                yield number == null ? first : number.stripTrailingZeros().toPlainString();
            }
            default -> EntryField.lines(first);
        };
    }

    private static int version(String typed) {
        return typed != null && typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : 0;
    }

    /** The same texts, as a correction of another version; who it is has to be said again. */
    CorrectionForm basedOn(int version) {
        return new CorrectionForm(version, values, reason, null);
    }

    /** The same with the number that called, as a proposal for an entry that has none yet. */
    CorrectionForm proposing(String phone) {
        Map<EntryField, Object> proposed = new EnumMap<>(values);
        if (phone != null && proposed.containsKey(EntryField.PHONE)) {
            proposed.put(EntryField.PHONE, PhoneNumbers.readable(phone));
            proposed.replace(EntryField.PHONE_REFUSED, false);
        }
        return new CorrectionForm(basedOn, proposed, reason, who);
    }

    public Object value(EntryField field) {
        return values.get(field);
    }

    public boolean ticked(EntryField field, String choice) {
        return values.get(field) instanceof List<?> ticked && ticked.contains(choice);
    }

    /** The values as the register form would send them, by its keys; a field that is empty has none. */
    Map<String, Object> asSent() {
        Map<String, Object> sent = new LinkedHashMap<>();
        values.forEach((field, value) -> {
            BigDecimal number = field.kind() == EntryField.Kind.NUMBER ? number((String) value) : null;
            sent.put(field.key(), field == EntryField.PHONE && refused() ? null : number != null ? number : value);
        });
        return sent;
    }

    /** The text to be written, after {@link #asSent} was checked. A field that the page does not have, or that means the same, stays. */
    EntryText text(CorrectableEntry entry) {
        EntryText before = entry.text();
        if (entry.isNote()) {
            NoteText was = before.note();
            return EntryText.of(new NoteText(
                    text(EntryField.NOTE_WHO, before, was.who()),
                    text(EntryField.NOTE_ABOUT, before, was.about()),
                    text(EntryField.NOTE_FOR, before, was.forWhom())));
        }
        if (entry.form().about() == EntryForm.About.COVER) {
            CoverText was = before.cover();
            return EntryText.of(new CoverText(
                    text(EntryField.ANSWER, before, was.answer()),
                    text(EntryField.CALL_BACK, before, was.callBackNumber())));
        }
        Needs was = before.needs();
        return EntryText.of(
                new Needs(
                        text(EntryField.NAME, before, was.customerName()),
                        refused() ? null : text(EntryField.PHONE, before, was.customerPhone()),
                        text(EntryField.MEDIA, before, was.mediaSource()),
                        stays(EntryField.INTERESTS, before) ? was.interests() : json(),
                        stays(EntryField.AREA, before) ? was.floorArea() : number((String) value(EntryField.AREA)),
                        text(EntryField.TRADE, before, was.tradeType()),
                        text(EntryField.BUDGET, before, was.budget()),
                        stays(EntryField.MOVE_IN, before) ? was.moveInDate() : day(),
                        text(EntryField.REMARKS, before, was.remarks()),
                        null),
                text(EntryField.INTENT, before, before.intent()),
                text(EntryField.OBJECTIONS, before, before.objections()),
                text(EntryField.NEXT_STEP, before, before.nextStep()));
    }

    private boolean stays(EntryField field, EntryText before) {
        return !values.containsKey(field) || Objects.equals(values.get(field), field.of(before));
    }

    private String text(EntryField field, EntryText before, String was) {
        return stays(field, before) ? was : (String) values.get(field);
    }

    /** A number that the page does not show is not taken away by it. */
    private boolean refused() {
        return values.containsKey(EntryField.PHONE) && Boolean.TRUE.equals(values.get(EntryField.PHONE_REFUSED));
    }

    private static BigDecimal number(String typed) {
        return typed == null || typed.length() > LONGEST_NUMBER || !typed.matches("-?[0-9]+(\\.[0-9]+)?")
                ? null
                : new BigDecimal(typed);
    }

    private LocalDate day() {
        try {
            return values.get(EntryField.MOVE_IN) instanceof String day ? LocalDate.parse(day) : null;
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** As the form's checklist sends it; null for none. */
    private String json() {
        try {
            return values.get(EntryField.INTERESTS) instanceof List<?> ticked && !ticked.isEmpty()
                    ? JSON.writeValueAsString(ticked)
                    : null;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
