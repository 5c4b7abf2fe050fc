package io.rotadesk.leasing.visit;

import io.rotadesk.leasing.correction.EntryText;
import io.rotadesk.leasing.customer.Needs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The register entry of a visit (L3.8), cleaned. Null until it is written; intent and floor area are asked for earlier.
 *
 * @param registeredAt the time of the entry; also set for a visit that was about something else
 */
public record Written(
        String customerName,
        String customerPhone,
        String mediaSource,
        String intent,
        String interests,
        String objections,
        BigDecimal floorArea,
        String tradeType,
        String budget,
        LocalDate moveInDate,
        String nextStep,
        String remarks,
        Integer scriptVersion,
        Instant registeredAt) {

    static final Written NOT_YET =
            new Written(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    Written wants(String toRent, BigDecimal area) {
        return new Written(
                customerName,
                customerPhone,
                mediaSource,
                toRent,
                interests,
                objections,
                area,
                tradeType,
                budget,
                moveInDate,
                nextStep,
                remarks,
                scriptVersion,
                registeredAt);
    }

    /** The entry with corrected texts. */
    Written corrected(EntryText text) {
        Needs needs = text.needs();
        return new Written(
                needs.customerName(),
                needs.customerPhone(),
                needs.mediaSource(),
                text.intent(),
                needs.interests(),
                text.objections(),
                needs.floorArea(),
                needs.tradeType(),
                needs.budget(),
                needs.moveInDate(),
                text.nextStep(),
                needs.remarks(),
                scriptVersion,
                registeredAt);
    }

    /** An empty entry, which only says that the visit is finished. */
    Written done(Instant now) {
        return new Written(
                customerName,
                customerPhone,
                mediaSource,
                intent,
                interests,
                objections,
                floorArea,
                tradeType,
                budget,
                moveInDate,
                nextStep,
                remarks,
                scriptVersion,
                now);
    }
}
