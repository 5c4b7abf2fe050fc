package io.rotadesk.web.desk.corrections;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rotadesk.leasing.correction.CorrectableEntry;
import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.customer.Needs;
import io.rotadesk.leasing.note.NoteText;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A correction as somebody typed it; the fields are those of the register forms and of a note.
 *
 * @param basedOn the number of the version that they saw; null counts as none that there is
 * @param reason why the entry is corrected
 * @param who the answer to whose number it is: a customer's id, or {@link #SOMEBODY_ELSE}
 */
record CorrectionForm(
        Integer basedOn,
        String customerName,
        String customerPhone,
        Boolean phoneRefused,
        String mediaSource,
        List<String> interests,
        String floorArea,
        String tradeType,
        String budget,
        String moveInDate,
        String intent,
        String objections,
        String nextStep,
        String remarks,
        String noteWho,
        String noteAbout,
        String noteFor,
        String reason,
        String who) {

    static final String SOMEBODY_ELSE = "new";

    /** More than this cannot be written about one correction. */
    static final int LONGEST_REASON = 500;

    private static final ObjectMapper JSON = new ObjectMapper();

    CorrectionForm {
        interests = interests == null ? List.of() : List.copyOf(interests);
        phoneRefused = Boolean.TRUE.equals(phoneRefused);
    }

    /** The entry as it is, to be corrected. */
    static CorrectionForm of(EntryText text, int version) {
        Needs needs = text.needs();
        return new CorrectionForm(
                version,
                needs.customerName(),
                needs.customerPhone() == null ? null : PhoneNumbers.readable(needs.customerPhone()),
                needs.customerPhone() == null,
                needs.mediaSource(),
                list(needs.interests()),
                needs.floorArea() == null
                        ? null
                        : needs.floorArea().stripTrailingZeros().toPlainString(),
                needs.tradeType(),
                needs.budget(),
                needs.moveInDate() == null ? null : needs.moveInDate().toString(),
                text.intent(),
                text.objections(),
                text.nextStep(),
                needs.remarks(),
                text.note().who(),
                text.note().about(),
                text.note().forWhom(),
                null,
                null);
    }

    CorrectionForm basedOn(int version) {
        return new CorrectionForm(
                version,
                customerName,
                customerPhone,
                phoneRefused,
                mediaSource,
                interests,
                floorArea,
                tradeType,
                budget,
                moveInDate,
                intent,
                objections,
                nextStep,
                remarks,
                noteWho,
                noteAbout,
                noteFor,
                reason,
                null);
    }

    /** The values as the form would send them; a field that is empty has none. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        put(values, "customerName", customerName);
        put(values, "customerPhone", phoneRefused ? null : customerPhone);
        values.put("phoneRefused", phoneRefused);
        put(values, "mediaSource", mediaSource);
        values.put("interests", interests);
        Object area = area();
        values.put("floorArea", area == null ? SafeText.orNull(floorArea) : area);
        put(values, "tradeType", tradeType);
        put(values, "budget", budget);
        put(values, "moveInDate", moveInDate);
        put(values, "intent", intent);
        put(values, "objections", objections);
        put(values, "nextStep", nextStep);
        put(values, "remarks", remarks);
        put(values, "noteWho", noteWho);
        put(values, "noteAbout", noteAbout);
        put(values, "noteFor", noteFor);
        return values;
    }

    private static void put(Map<String, Object> values, String key, String text) {
        values.put(key, SafeText.orNull(text));
    }

    /** What is to be written, after {@link #values} was checked. What means the same stays as it was written. */
    EntryText text(CorrectableEntry entry) {
        Needs before = entry.text().needs();
        if (entry.isNote()) {
            return EntryText.of(new NoteText(noteWho, noteAbout, noteFor));
        }
        return EntryText.of(
                new Needs(
                        customerName,
                        phoneRefused ? null : customerPhone,
                        mediaSource,
                        list(before.interests()).equals(interests) ? before.interests() : json(interests),
                        same(before.floorArea(), area()) ? before.floorArea() : area(),
                        tradeType,
                        budget,
                        day(),
                        remarks,
                        null),
                intent,
                objections,
                nextStep);
    }

    private static boolean same(BigDecimal one, BigDecimal other) {
        return one != null && other != null && one.compareTo(other) == 0;
    }

    private BigDecimal area() {
        String typed = SafeText.orNull(floorArea);
        if (typed == null || typed.length() > 40 || !typed.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return null;
        }
        return new BigDecimal(typed);
    }

    private LocalDate day() {
        try {
            return SafeText.orNull(moveInDate) == null ? null : LocalDate.parse(moveInDate.strip());
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private static List<String> list(String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException written) {
            return List.of();
        }
    }

    /** As the form's checklist sends it; null for none. */
    private static String json(List<String> choices) {
        try {
            return choices.isEmpty() ? null : JSON.writeValueAsString(choices);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
