package io.rotadesk.staff.duty.morning;

import io.rotadesk.staff.duty.DutyChanged;
import io.rotadesk.staff.duty.DutyDay;
import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.morning.DutyNotice.Status;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Queue;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces a day to its people: each person's own notice, and who has read theirs (L1.1 to L1.3). */
@Component
public class DutyNotices {

    private final NoticeRows rows;
    private final DutyDays days;
    private final Presence presence;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DutyNotices(NoticeRows rows, DutyDays days, Presence presence, Clock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.days = days;
        this.presence = presence;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Notifies everybody who has a place that day. A repeated call notifies only those whose notice changed, and they
     * have to read it again.
     */
    @Transactional
    public void announce(String unitId, LocalDate day) {
        DutyDay duty = days.on(unitId, day);
        List<DutyNotice> told = rows.of(unitId, day);
        Map<String, DutyNotice> before =
                told.stream().collect(Collectors.toMap(DutyNotice::login, Function.identity()));
        Set<String> onLeave = presence.absences(unitId, day).stream()
                .filter(absence -> absence.from() != null && !absence.from().isAfter(day))
                .map(Presence.Absence::login)
                .collect(Collectors.toSet());
        List<String> calls = logins(duty, Queue.CALL);
        List<String> visits = logins(duty, Queue.VISIT);
        List<String> petitions = logins(duty, Queue.PETITION);
        Set<String> inSomeOrder = new TreeSet<>(calls);
        inSomeOrder.addAll(visits);
        inSomeOrder.addAll(petitions);
        Set<String> everybody = new TreeSet<>(before.keySet());
        everybody.addAll(inSomeOrder);
        Instant now = clock.instant();
        for (String login : everybody) {
            Status status = status(duty, onLeave.contains(login), inSomeOrder.contains(login));
            boolean onDuty = status == Status.ON_DUTY;
            DutyNotice notice = new DutyNotice(
                    unitId,
                    day,
                    login,
                    status,
                    onDuty ? place(calls, login) : null,
                    onDuty ? place(visits, login) : null,
                    onDuty ? place(petitions, login) : null,
                    !told.isEmpty(),
                    now,
                    null);
            DutyNotice old = before.get(login);
            boolean news = old == null ? onDuty : !old.saysTheSame(notice);
            if (news) {
                rows.put(notice);
                events.publishEvent(new DutyChanged(null, login));
            }
        }
    }

    /** This person's notice of today; empty if there is none. */
    public Optional<DutyNotice> today(String unitId, String login) {
        return rows.find(unitId, days.date(unitId), login);
    }

    /** Everybody's notices of today. */
    public List<DutyNotice> today(String unitId) {
        return rows.of(unitId, days.date(unitId));
    }

    /**
     * Marks the person's notice as read.
     *
     * @param announcedAt the time of the notice that they read; a later one stays unread
     */
    @Transactional
    public void seen(String unitId, LocalDate day, String login, Instant announcedAt) {
        if (rows.seen(unitId, day, login, announcedAt, clock.instant())) {
            events.publishEvent(new DutyChanged(null, login));
        }
    }

    private static Status status(DutyDay duty, boolean onLeave, boolean inSomeOrder) {
        if (duty.closed()) {
            return Status.CLOSED;
        }
        return onLeave ? Status.ON_LEAVE : inSomeOrder ? Status.ON_DUTY : Status.OFF_DUTY;
    }

    private static List<String> logins(DutyDay duty, Queue queue) {
        return duty.order().getOrDefault(queue, List.of()).stream()
                .filter(agent -> !agent.left())
                .map(Agent::login)
                .toList();
    }

    private static Integer place(List<String> logins, String login) {
        int index = logins.indexOf(login);
        return index < 0 ? null : index + 1;
    }
}
