package io.rotadesk.web.desk.matters;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.Role;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.access.UnitAccess;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.Matters;
import io.rotadesk.petition.matter.SeenMatters;
import io.rotadesk.petition.matter.SeenMatters.Sight;
import io.rotadesk.petition.matter.SeenMatters.Viewer;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Decides who may look into which matter, and who may change it. */
@Component
public class MatterSights {

    /** A matter, and what the person may do with it. */
    record Seen(Matter matter, Sight sight) {

        boolean leads() {
            return sight == Sight.LEADS;
        }

        /** Whether the person may change anything. */
        boolean decides() {
            return leads() || sight == Sight.RESPONSIBLE;
        }

        /** Whether the person may urge: they lead the unit that has the matter, or one above it. */
        boolean urges() {
            return leads() || sight == Sight.ABOVE;
        }
    }

    private final Matters matters;
    private final SeenMatters seen;
    private final UnitAccess access;
    private final Units units;

    MatterSights(Matters matters, SeenMatters seen, UnitAccess access, Units units) {
        this.units = units;
        this.matters = matters;
        this.seen = seen;
        this.access = access;
    }

    /** The role in which the person logged in sees a unit's matters: as a leader where they lead. */
    public Viewer viewer(String unitId, SignedInUser user) {
        return new Viewer(unitId, user.login(), access.mayManage(unitId));
    }

    /**
     * @throws NotThereException if there is no such matter, or the person may not look into it
     */
    Seen require(MatterId id, SignedInUser user) {
        return matters.find(id)
                .flatMap(matter -> sight(matter, user).map(sight -> new Seen(matter, sight)))
                .orElseThrow(() -> new NotThereException("no matter " + id + " for " + user.login()));
    }

    /**
     * The matter, for pages about a part of it.
     *
     * @throws NotThereException if there is no such matter, or the person may not look into it
     */
    public Matter seen(MatterId id, SignedInUser user) {
        return require(id, user).matter();
    }

    /** Whether the person may look into the matter. */
    public boolean sees(MatterId id, SignedInUser user) {
        return matters.find(id).filter(matter -> sees(matter, user)).isPresent();
    }

    /** The same of a matter that is at hand. */
    public boolean sees(Matter matter, SignedInUser user) {
        return sight(matter, user).isPresent();
    }

    /** Whether the person may change anything about a matter that they see. */
    public boolean decides(Matter matter, SignedInUser user) {
        return sight(matter, user)
                .map(sight -> new Seen(matter, sight).decides())
                .orElse(false);
    }

    /** Returns the matter to a leader of its unit only. */
    Matter led(MatterId id, SignedInUser user) {
        Seen one = require(id, user);
        if (!one.leads()) {
            throw new AccessDeniedException(
                    user.login() + " does not lead the unit of " + one.matter().number());
        }
        return one.matter();
    }

    /** Returns the matter to a leader of its unit, or of one above it. */
    Seen urged(MatterId id, SignedInUser user) {
        Seen one = require(id, user);
        if (!one.urges()) {
            throw new AccessDeniedException(
                    user.login() + " leads no unit above " + one.matter().number());
        }
        return one;
    }

    /** The unit for which the person urges: the matter's own, or else the nearest above it that they lead. */
    String urgingUnit(Seen seen, SignedInUser user) {
        String own = seen.matter().unitId();
        return seen.leads()
                ? own
                : units.above(own).stream()
                        .map(Unit::id)
                        .filter(access::mayManage)
                        .findFirst()
                        .orElse(own);
    }

    /** Returns the matter to a leader of its unit and to the responsible person only. */
    Matter decided(MatterId id, SignedInUser user) {
        Seen one = require(id, user);
        if (!one.decides()) {
            throw new AccessDeniedException(
                    user.login() + " is not responsible for " + one.matter().number());
        }
        return one.matter();
    }

    /** A person who may look into a matter may read the records of its repeat visits, too. */
    Optional<Sight> sight(Matter matter, SignedInUser user) {
        if (matter.joinedInto() != null) {
            Optional<Sight> goesOn = sight(matters.get(matter.joinedInto()), user);
            return goesOn.isPresent() ? Optional.of(Sight.READS) : ofItself(matter, user);
        }
        return ofItself(matter, user);
    }

    private Optional<Sight> ofItself(Matter matter, SignedInUser user) {
        // An administrator belongs to every unit, and so looks as a leader of the matter's own unit.
        Stream<String> units = user.is(Role.ADMINISTRATOR) ? Stream.of(matter.unitId()) : user.units().stream();
        return units.flatMap(unit -> seen.sight(matter, viewer(unit, user)).stream())
                .min(Sight::compareTo);
    }
}
