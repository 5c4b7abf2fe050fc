package io.rotadesk.leasing.conduct;

import io.rotadesk.platform.input.SafeText;
import io.rotadesk.staff.duty.WorkingTime;
import io.rotadesk.staff.erasing.ContactErased;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The manager's spot checks of receptions (L3.6). Everything runs in the caller's transaction. */
@Service("serviceCheckRegister")
@Transactional
public class ServiceChecks {

    private final ServiceCheckRows rows;
    private final Units units;
    private final ServiceCheckProcess process;
    private final WorkingTime working;
    private final Clock clock;

    ServiceChecks(ServiceCheckRows rows, Units units, ServiceCheckProcess process, WorkingTime working, Clock clock) {
        this.rows = rows;
        this.units = units;
        this.process = process;
        this.working = working;
        this.clock = clock;
    }

    /**
     * Decides by the unit's share whether a reception is checked, and starts the check if so.
     *
     * @param agent the login of the agent who received the visitor
     * @return whether it was selected; the same answer at every call
     */
    public boolean sample(String unitId, Contact contact, String agent) {
        boolean drawn = Sampling.isDrawn(
                contact.id(),
                units.get(unitId).settings().get(CheckSettings.class).checkPercent());
        if (drawn) {
            start(unitId, contact, agent);
        }
        return drawn;
    }

    /** Gives the manager the check of a reception; a reception is checked once. */
    public void start(String unitId, Contact contact, String agent) {
        String id = UUID.randomUUID().toString();
        if (rows.insert(id, unitId, contact, agent, clock.instant())) {
            process.started(get(id));
        }
    }

    public Optional<ServiceCheck> find(String id) {
        return rows.find(id);
    }

    /** @throws NoSuchElementException if there is none */
    public ServiceCheck get(String id) {
        return rows.find(id).orElseThrow(() -> new NoSuchElementException("There is no service check " + id));
    }

    /**
     * Records the manager's check.
     *
     * @param marks 1 to 5, without the points that the manager did not see
     */
    public void checked(String id, String checkedBy, Map<ConductPoint, Integer> marks, String remarks) {
        rows.checked(id, checkedBy, clock.instant(), SafeText.orNull(remarks));
        rows.mark(id, marks);
    }

    /** Records that the agent has seen the check. */
    public void read(String id, String answer) {
        rows.read(id, SafeText.orNull(answer), clock.instant());
    }

    /** The time at which the manager's check is due and the manager is reminded. */
    public Instant due(String id) {
        ServiceCheck check = get(id);
        return working.afterDays(
                check.unitId(),
                check.sampledAt(),
                settings(check).get(CheckSettings.class).checkTime());
    }

    /** The time at which the deputies are told: after twice the time. */
    public Instant tellAt(String id) {
        ServiceCheck check = get(id);
        return working.afterDays(
                check.unitId(),
                check.sampledAt(),
                settings(check).get(CheckSettings.class).checkTime().multipliedBy(2));
    }

    /** The time by which the agent should have seen the manager's check. */
    public Instant readDue(String id) {
        ServiceCheck check = get(id);
        return working.after(
                check.unitId(),
                check.agent(),
                check.checkedAt(),
                settings(check).get(CheckSettings.class).acknowledgeTime());
    }

    /**
     * Deletes the texts about a reception whose customer is erased; the marks stay, since they are about the agent.
     */
    @EventListener
    void erased(ContactErased erased) {
        rows.erase(erased.contact()).forEach(process::forget);
    }

    /**
     * The results of the checks made in a period, by agent.
     *
     * @param agent null for everybody
     * @param from inclusive
     * @param to exclusive
     */
    public List<AgentMarks> report(String unitId, String agent, Instant from, Instant to) {
        return rows.report(unitId, agent, from, to);
    }

    /** The checks made in a period, newest first. */
    public List<ServiceCheck> made(String unitId, String agent, Instant from, Instant to, int limit) {
        return rows.made(unitId, agent, from, to, limit);
    }

    private UnitSettings settings(ServiceCheck check) {
        return units.get(check.unitId()).settings();
    }
}
