package io.rotadesk.leasing.visit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the register has of a visit (L3.8), cleaned. Null until it is written down; intent and floor area are asked for
 * earlier.
 *
 * @param registeredAt when it was written down; also of a visit that was about something else
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

    /** Nothing of an entry, only that the visit is done with. */
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
