package io.rotadesk.web.api.setup;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.roster.RosterLoad;
import io.rotadesk.staff.unit.Agent;
import io.rotadesk.staff.unit.Agents;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Loads a unit's roster, and shows beforehand what a load would do. The people's accounts follow the roster. */
@Service
public class RosterSetup {

    /** @param people the unit's people as they would be; as they are if the roster is refused */
    public record Preview(RosterLoad load, List<Agent> people) {}

    private final Roster roster;
    private final Units units;
    private final Agents agents;
    private final MessageSource messages;
    private final TransactionTemplate transaction;

    RosterSetup(
            Roster roster,
            Units units,
            Agents agents,
            MessageSource messages,
            PlatformTransactionManager transactions) {
        this.roster = roster;
        this.units = units;
        this.agents = agents;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Loads all rows or none.
     *
     * @param locale of the reasons
     * @throws java.util.NoSuchElementException if there is no such unit
     */
    @Transactional
    public RosterLoad load(String unitId, String csv, Locale locale) {
        return roster.load(unitId, csv, locale);
    }

    /** Shows what {@link #load} would do: it loads the file, looks at the result and rolls it back. */
    public Preview preview(String unitId, String csv, Locale locale) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            return new Preview(roster.load(unitId, csv, locale), agents.inUnit(unitId));
        });
    }

    /** The roster as a file that can be loaded again, with its columns' names in this language. */
    public String csv(String unitId, Locale locale) {
        return new RosterCsv(messages, locale)
                .write(agents.inUnit(unitId), units.get(unitId).kind().hasTeams());
    }
}
