package io.rotadesk.leasing.dispute;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;

/** @param disputeTime for the manager to decide whose customer it is */
@SettingsOfUnits(place = 50)
record DisputeSettings(
        @Setting(group = "customer", usual = "24h") Duration disputeTime) {}
