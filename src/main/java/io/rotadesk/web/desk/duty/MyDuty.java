package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.duty.Presence.Leave;
import io.rotadesk.staff.duty.morning.DutyNotice;
import java.time.LocalDate;
import java.util.List;

/**
 * An agent's own duty of the day.
 *
 * @param unit the unit whose roster they are on
 * @param today in the unit's time zone
 * @param state here, away or leave
 * @param later whether away or leave takes effect only when the contact in hand is finished
 * @param note the note they left when they went away; empty if none
 * @param leaves leave that has not ended, earliest first
 * @param notice the unread announcement of today; null if there is none
 * @param wrapUpLeft how long they may still wrap up, in milliseconds, counted here since a browser's clock may be wrong; null if they do
 *     not
 */
public record MyDuty(
        String unit,
        LocalDate today,
        String state,
        boolean later,
        String note,
        List<Leave> leaves,
        DutyNotice notice,
        Long wrapUpLeft) {}
