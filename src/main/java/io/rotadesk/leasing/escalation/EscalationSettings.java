package io.rotadesk.leasing.escalation;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;

/** @param deputyAfter the time after which the deputy is asked too (L3.7) */
@SettingsOfUnits(place = 90)
record EscalationSettings(
        @Setting(group = "manager", usual = "20m") Duration deputyAfter) {}
