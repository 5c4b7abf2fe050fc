package io.rotadesk.bench;

import java.util.Map;

/** The input of the agent. */
final class CallInput {

    private CallInput() {}

    static Map<String, Object> asked() {
        return Map.of("enquiry", "leasing", "contactedBefore", "no");
    }

    static Map<String, Object> registered(String phone) {
        return Map.of(
                "customerName", "李先生",
                "customerPhone", phone,
                "mediaSource", "web",
                "floorArea", 120,
                "tradeType", "餐饮",
                "budget", "每月两万",
                "moveInDate", "2026-05-01",
                "remarks", "周末看房",
                "leftOwnDetails", true);
    }
}
