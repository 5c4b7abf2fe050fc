package io.rotadesk.leasing.customer;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a customer says of themselves and needs, as the agent enters it after a call or a visit (L2.3, L3.8). All may be null.
 *
 * @param interests as the form's checklist sends it
 * @param floorArea in square metres
 * @param question a question to the manager (L3.7)
 */
public record Needs(
        String customerName,
        String customerPhone,
        String mediaSource,
        String interests,
        BigDecimal floorArea,
        String tradeType,
        String budget,
        LocalDate moveInDate,
        String remarks,
        String question) {

    /** @return the same without blank texts, and with the number as we keep numbers if it is one */
    public Needs cleaned() {
        return new Needs(
                SafeText.orNull(customerName),
                PhoneNumbers.e164(customerPhone).orElse(SafeText.orNull(customerPhone)),
                SafeText.orNull(mediaSource),
                SafeText.orNull(interests),
                floorArea,
                SafeText.orNull(tradeType),
                SafeText.orNull(budget),
                moveInDate,
                SafeText.orNull(remarks),
                SafeText.orNull(question));
    }
}
