package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.Needs;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The register entry of a call (L2.3), cleaned. Null until it is written.
 *
 * @param status as {@code customer-status.dmn} decided; null for a call-back after a missed call
 * @param interests as the form's checklist sends it
 * @param registeredAt the time of the entry; also set for a call that was covered or was about something else
 */
public record Written(
        String status,
        String customerName,
        String customerPhone,
        Boolean nameRefused,
        Boolean phoneRefused,
        String mediaSource,
        String interests,
        BigDecimal floorArea,
        String tradeType,
        String budget,
        LocalDate moveInDate,
        String remarks,
        Boolean leftOwnDetails,
        Integer scriptVersion,
        Instant registeredAt) {

    static final Written NOT_YET =
            new Written(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The entry with corrected texts; what the agent did stays as it was. */
    Written corrected(Needs needs) {
        return new Written(
                status,
                needs.customerName(),
                needs.customerPhone(),
                needs.customerName() == null,
                needs.customerPhone() == null,
                needs.mediaSource(),
                needs.interests(),
                needs.floorArea(),
                needs.tradeType(),
                needs.budget(),
                needs.moveInDate(),
                needs.remarks(),
                leftOwnDetails,
                scriptVersion,
                registeredAt);
    }

    /** An empty entry, which only says that the call is finished. */
    Written done(Integer byScript, Instant now) {
        return new Written(
                status,
                customerName,
                customerPhone,
                nameRefused,
                phoneRefused,
                mediaSource,
                interests,
                floorArea,
                tradeType,
                budget,
                moveInDate,
                remarks,
                leftOwnDetails,
                byScript,
                now);
    }
}
