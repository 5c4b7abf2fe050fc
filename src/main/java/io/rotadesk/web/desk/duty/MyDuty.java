package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.duty.Presence.Leave;
import io.rotadesk.staff.duty.morning.DutyNotice;
import java.time.LocalDate;
import java.util.List;

/**
 * How an agent stands to the day.
 *
 * @param unit whose roster they are on
 * @param today in the unit's time zone
 * @param state here, away or leave
 * @param later whether away or leave takes effect only when the contact in hand is finished
 * @param note what they said when they went away; empty if nothing
 * @param leaves that have not ended, the next first
 * @param notice what they were told about today and have not read; null if nothing
 */
record MyDuty(
        String unit,
        LocalDate today,
        String state,
        boolean later,
        String note,
        List<Leave> leaves,
        DutyNotice notice) {}
