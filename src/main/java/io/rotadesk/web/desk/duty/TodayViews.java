package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.duty.morning.DutyMorning;
import io.rotadesk.staff.duty.morning.DutyMornings;
import io.rotadesk.staff.duty.morning.DutyNotice;
import io.rotadesk.staff.duty.morning.DutyNotices;
import io.rotadesk.staff.duty.morning.DutyWording;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts the state of today's announcement into words. */
@Component
class TodayViews {

    private final DutyMornings mornings;
    private final DutyNotices notices;
    private final DutyWording words;
    private final Agents agents;

    TodayViews(DutyMornings mornings, DutyNotices notices, DutyWording words, Agents agents) {
        this.mornings = mornings;
        this.notices = notices;
        this.words = words;
        this.agents = agents;
    }

    TodayView of(String unitId, LocalDate today, Locale locale) {
        DutyMorning morning = mornings.find(unitId, today).orElse(null);
        if (morning == null) {
            return new TodayView(null, 0, 0, List.of(), List.of(), null, null, null);
        }
        List<Agent> people = agents.inUnit(unitId);
        Map<String, String> names = people.stream().collect(Collectors.toMap(Agent::login, Agent::name));
        Set<String> left = people.stream().filter(Agent::left).map(Agent::login).collect(Collectors.toSet());
        List<DutyNotice> told = notices.today(unitId).stream()
                .filter(notice -> !left.contains(notice.login()))
                .toList();
        List<String> unread = told.stream()
                .filter(notice -> !notice.isSeen() && notice.status() != DutyNotice.Status.ON_LEAVE)
                .map(notice -> names.getOrDefault(notice.login(), notice.login()))
                .toList();
        return new TodayView(
                morning.begunAt(),
                told.size(),
                told.stream().filter(DutyNotice::isSeen).count(),
                unread,
                mornings.toDecide(unitId, today).stream()
                        .map(finding -> words.of(finding, locale))
                        .toList(),
                morning.decision() == null ? null : words.of(morning.decision(), locale),
                morning.decidedBy() == null ? null : names.getOrDefault(morning.decidedBy(), morning.decidedBy()),
                morning.decidedAt());
    }
}
