package io.rotadesk.leasing.call;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the agent writes into the call register (L2.3, L2.4). Any text may be null.
 *
 * @param customerName null or blank when the caller did not give it
 * @param phoneRefused the caller did not give a number
 * @param questionForManager asked of the manager (L3.7)
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
