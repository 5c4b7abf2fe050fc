package io.rotadesk.leasing.visit;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The agent's entry in the visit register (L3.8). Every text may be null.
 *
 * @param customerName null or blank if the visitor did not give it; so is the number
 * @param questionForManager a question to the manager (L3.7)
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
