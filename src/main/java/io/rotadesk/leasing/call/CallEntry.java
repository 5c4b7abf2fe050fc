package io.rotadesk.leasing.call;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The agent's entry in the call register (L2.3, L2.4). Every text may be null.
 *
 * @param customerName null or blank if the caller did not give it
 * @param phoneRefused whether the caller refused to give a number
 * @param questionForManager a question to the manager (L3.7)
 */
public record CallEntry(
        String customerName,
        String customerPhone,
        boolean phoneRefused,
        String mediaSource,
        String interests,
        BigDecimal floorArea,
        String tradeType,
        String budget,
        LocalDate moveInDate,
        String remarks,
        boolean leftOwnDetails,
        String questionForManager) {}
