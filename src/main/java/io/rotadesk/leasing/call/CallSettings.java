package io.rotadesk.leasing.call;

import io.rotadesk.staff.unit.PickUpFirst;
import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;
import java.util.List;

/**
 * The settings of answering calls.
 *
 * @param rings the number of rings after which the next agent is called (L2.1)
 * @param ringTime how long one ring takes
 * @param pickUpFirst whether the phone of the customer's own agent rings first
 * @param assignTime for the manager to find somebody for a call that nobody took, before the deputies are told
 * @param returnMissedTime until a caller who hung up must be called
 * @param takeOverTime for the customer's agent to take a call over (L2.2c)
 * @param sensitiveTopics not answered by a colleague who covers (L2.2e); the unit's own words
 */
@SettingsOfUnits(place = 20)
public record CallSettings(
        @Setting(group = "ring", usual = "3", most = 20) int rings,
        @Setting(group = "ring", usual = "5s") Duration ringTime,
        @Setting(group = "ring", usual = "DUTY") PickUpFirst pickUpFirst,
        @Setting(group = "ring", usual = "30s") Duration assignTime,
        @Setting(group = "ring", usual = "15m") Duration returnMissedTime,
        @Setting(group = "colleague", usual = "30s") Duration takeOverTime,

        @Setting(group = "colleague", least = 0, usual = "价格,折扣,合同条款")
        List<String> sensitiveTopics) {

    /** How long a phone rings at one agent before it goes to the next. */
    public Duration pickUpTime() {
        return ringTime.multipliedBy(rings);
    }
}
