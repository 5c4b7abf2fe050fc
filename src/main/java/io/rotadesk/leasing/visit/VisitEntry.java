package io.rotadesk.leasing.visit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the agent writes into the visit register (L3.8). Any text may be null.
 *
 * @param customerName null or blank when the visitor did not give it; so is the number
 * @param questionForManager asked of the manager (L3.7)
 */
public record VisitEntry(
        String customerName,
        String customerPhone,
        String mediaSource,
        String intent,
        BigDecimal floorArea,
        String tradeType,
        String budget,
        LocalDate moveInDate,
        String interests,
        String objections,
        String nextStep,
        String remarks,
        String questionForManager) {}
