package io.rotadesk.leasing.correction;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.Numbering;
import io.rotadesk.platform.phone.PhoneNumbers;

/**
 * What an agent wrote about a call that they answered for a colleague. Blank texts are null.
 *
 * @param answer the questions and the answers
 * @param callBackNumber E.164 if it is a number; null if the colleague need not call back
 */
public record CoverText(String answer, String callBackNumber) {

    static final CoverText NONE = new CoverText(null, null);

    public CoverText {
        answer = SafeText.orNull(answer);
        callBackNumber = PhoneNumbers.e164(callBackNumber).orElse(SafeText.orNull(callBackNumber));
    }

    /** The same, with a number as it is read at this place. */
    CoverText at(Numbering place) {
        return new CoverText(answer, PhoneNumbers.e164(callBackNumber, place).orElse(callBackNumber));
    }
}
