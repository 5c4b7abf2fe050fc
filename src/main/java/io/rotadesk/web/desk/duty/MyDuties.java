package io.rotadesk.web.desk.duty;

import io.rotadesk.staff.duty.DutyDays;
import io.rotadesk.staff.duty.Presence;
import io.rotadesk.staff.duty.morning.DutyNotice;
import io.rotadesk.staff.duty.morning.DutyNotices;
import io.rotadesk.staff.rota.Rota;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers an agent's own duty of the day. */
@Component
public class MyDuties {

    private final Units units;
    private final Agents agents;
    private final DutyDays days;
    private final Presence presence;
    private final Rota rota;
    private final DutyNotices notices;
    private final Clock clock;

    MyDuties(
            Units units, Agents agents, DutyDays days, Presence presence, Rota rota, DutyNotices notices, Clock clock) {
        this.units = units;
        this.agents = agents;
        this.days = days;
        this.presence = presence;
        this.rota = rota;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return empty for a person who takes no turns in any unit */
    public Optional<MyDuty> of(String login) {
        return agents.find(login)
                .filter(agent -> units.get(agent.unitId()).givesTurnsTo(agent))
                .map(this::of);
    }

    private MyDuty of(Agent agent) {
        String login = agent.login();
        LocalDate today = days.date(agent.unitId());
        Optional<String> away = presence.awayNote(login);
        List<Presence.Leave> leaves = presence.leaves(login, today);
        boolean onLeave = !leaves.isEmpty() && !leaves.get(0).from().isAfter(today);
        String state = away.isPresent() ? "away" : onLeave ? "leave" : "here";
        return new MyDuty(
                agent.unitId(),
                today,
                state,
                !state.equals("here") && rota.servingNow(login).isPresent(),
                away.orElse(""),
                leaves,
                notices.today(agent.unitId(), login)
                        .filter(notice -> !notice.isSeen())
                        .filter(notice -> notice.status() != DutyNotice.Status.ON_LEAVE || !onLeave)
                        .orElse(null),
                rota.wrapsUpUntil(login)
                        .map(until -> Duration.between(clock.instant(), until).toMillis())
                        .orElse(null));
    }
}
