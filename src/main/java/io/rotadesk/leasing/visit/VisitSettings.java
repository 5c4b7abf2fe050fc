package io.rotadesk.leasing.visit;

import io.rotadesk.staff.unit.Setting;
import io.rotadesk.staff.unit.SettingsOfUnits;
import java.time.Duration;

/**
 * The settings of receiving visitors.
 *
 * @param meetingPoint where visitors are met unless an appointment says otherwise (L3.2a)
 * @param meetLead how long before an appointment its agent gets the task (L3.2a)
 * @param meetBefore how long before an appointment the agent has to be at the meeting point (L3.2a)
 * @param keepFreeBefore how long before an appointment its agent is offered nothing else (L3.2a)
 * @param keepFreeAfter how long after the time of an appointment at most, if nobody comes (L3.2a)
 * @param greetTime for the agent on duty to go to a visitor who has come (L3.1)
 * @param comeTime for the earlier agent, or the helper, to come to the visitor (L3.2c, L3.2d)
 * @param waitTime a visitor waits in line before the manager is told
 * @param handBackTime for the helper's hand-back (L3.2d); the helper is then reminded, and after twice the time the
 *     manager is told
 */
@SettingsOfUnits(place = 60)
public record VisitSettings(
        @Setting(group = "visit", usual = "南一楼西门门口") String meetingPoint,
        @Setting(group = "visit", usual = "30m") Duration meetLead,
        @Setting(group = "visit", usual = "5m") Duration meetBefore,
        @Setting(group = "visit", usual = "10m") Duration keepFreeBefore,
        @Setting(group = "visit", usual = "30m") Duration keepFreeAfter,
        @Setting(group = "visit", usual = "3m") Duration greetTime,
        @Setting(group = "visit", usual = "5m") Duration comeTime,
        @Setting(group = "visit", usual = "10m") Duration waitTime,
        @Setting(group = "visit", usual = "30m") Duration handBackTime) {}
