package io.rotadesk.leasing.customer;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;
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

    /** Whether the number, once cleaned, is one that somebody can have: only such a number founds a claim. */
    public boolean hasNumber() {
        return PhoneNumbers.e164(customerPhone).isPresent();
    }

    /** @return the same without blank texts, and with the number as we keep numbers if it is one */
    public Needs cleaned() {
        return cleaned(Numbering.HOME);
    }

    /** The same, with a number as it is read at this place. */
    public Needs cleaned(Numbering place) {
        return new Needs(
                SafeText.orNull(customerName),
                PhoneNumbers.e164(customerPhone, place).orElse(SafeText.orNull(customerPhone)),
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
