package io.rotadesk.bench;

import java.util.List;
import java.util.Map;

/** The agent's input from the greeting to the register of a first visit, form by form. */
final class VisitInput {

    private VisitInput() {}

    static List<Map<String, Object>> forms(String phone) {
        return List.of(
                Map.of("purpose", "viewing", "contactedBefore", "no"),
                Map.of("intent", "catering", "floorArea", 120, "stillHere", "yes"),
                Map.of("exterior", true, "interior", true, "sellingPoints", true, "stillHere", "yes"),
                Map.of("negotiation", "中意一层东侧", "stillHere", "yes"),
                Map.of("seenOff", true),
                Map.of(
                        "customerName", "李先生",
                        "customerPhone", phone,
                        "mediaSource", "web",
                        "intent", "catering",
                        "floorArea", 120,
                        "tradeType", "餐饮",
                        "budget", "每月两万",
                        "moveInDate", "2026-05-01",
                        "nextStep", "周五再看",
                        "remarks", "想要临街"));
    }
}
