package io.rotadesk.leasing.customer;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;

/**
 * The settings of validity, follow-ups and the time for the register.
 *
 * @param callValidityDays how long a call keeps the customer with the agent (L3.2e)
 * @param visitValidityDays the same for a visit
 * @param followUpDays how many days before the end of validity a customer is followed up
 * @param registerTime until the register must be filled in (L3.8); the agent is then reminded, and after twice the time
 *     the manager is told
 */
@SettingsOfUnits(place = 40)
public record CustomerSettings(
        @Setting(group = "customer", usual = "7", most = 3650)
        int callValidityDays,

        @Setting(group = "customer", usual = "15", most = 3650)
        int visitValidityDays,

        @Setting(group = "customer", usual = "2", most = 365)
        int followUpDays,

        @Setting(group = "customer", usual = "30m") Duration registerTime) {}
