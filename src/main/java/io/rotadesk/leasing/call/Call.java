package io.rotadesk.leasing.call;

import io.rotadesk.leasing.customer.ContactKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A row of the call register. Everything but the key, source, state and time of receipt is null until it is known.
 *
 * @param callerPhone E.164; null when the number is withheld or is none
 * @param candidates how many customers the number belongs to; more than one is never settled silently
 * @param priorAgent the agent whose customer called, as it was when the call came in; so are kind and time of contact
 * @param ringingAgent whose phone rings now
 * @param answerBy until when the ring is theirs (L2.1)
 * @param ringRanOut whether the last missed ring ended by itself, not by a report of the phone system
 * @param rings how often it rang before it was answered
 * @param callEndedAt when the phone system said that the line is free again
 * @param guided false while no process guides the call: the model failed, or somebody took its instance away
 * @param removedAt when somebody first took its instance away
 * @param owner the earlier agent who counts, by the number or by what the caller said ({@code ownerKnownBy})
 */
public record Call(
        String unitId,
        String callId,
        String source,
        CallState state,
        Instant receivedAt,
        String callerRaw,
        String callerPhone,
        int candidates,
        Long customerId,
        String priorAgent,
        ContactKind priorContactKind,
        Instant priorContactAt,
        String ringingAgent,
        Instant offeredAt,
        Instant answerBy,
        String missedAgent,
        Instant missedAt,
        Boolean ringRanOut,
        String firstAgent,
        Instant firstAnswerBy,
        String agent,
        Instant answeredAt,
        Integer rings,
        Instant callEndedAt,
        String enquiry,
        String contactedBefore,
        String namedAgent,
        String owner,
        String ownerKnownBy,
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
        Instant registeredAt,
        String coveredBy,
        String coverAnswer,
        Boolean sensitive,
        String callBackNumber,
        Boolean mobileGivenOut,
        Instant coverReadAt,
        String followUpOutcome,
        String followUpRemarks,
        int followUpTries,
        Instant followUpAt,
        boolean guided,
        Instant removedAt) {

    public CallKey key() {
        return new CallKey(unitId, callId);
    }

    /** The number to call back, as it was transmitted; null when it is withheld. */
    public String callerNumber() {
        return callerPhone != null ? callerPhone : callerRaw;
    }
}
