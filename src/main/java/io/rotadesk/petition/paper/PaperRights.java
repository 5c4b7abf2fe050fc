package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.staff.unit.Units;
import org.springframework.stereotype.Component;

/**
 * The rights of a person to papers of a matter that they may see. The responsible person writes them, hands them in and records the
 * delivery; when another unit has taken the matter over, the author of a paper finishes it. Leaders of the unit that issues a paper
 * sign it.
 */
@Component
public class PaperRights {

    private final Units units;

    PaperRights(Units units) {
        this.units = units;
    }

    /** Whether the person can make new papers of the matter. */
    public boolean makes(Matter matter, String login) {
        return login.equals(matter.responsible()) && matter.erasedAt() == null;
    }

    /** Whether the person can change the paper, as far as its state allows it. */
    public boolean edits(Paper paper, Matter matter, String login) {
        String theirs = paper.unitId().equals(matter.unitId())
                ? matter.responsible()
                : paper.writing().madeBy();
        return login.equals(theirs) && !paper.isErased();
    }

    /** Whether the person leads the unit that issues the paper. */
    public boolean leads(Paper paper, String login) {
        return units.get(paper.unitId()).ledBy(login) && !paper.isErased();
    }

    void requireEdits(Paper paper, Matter matter, String login) {
        require(edits(paper, matter, login), login, paper.id());
    }

    void requireLeads(Paper paper, String login) {
        require(leads(paper, login), login, paper.id());
    }

    private static void require(boolean may, String login, Object what) {
        if (!may) {
            throw new NotTheirPaperException(login + " may not do this with a paper of " + what);
        }
    }
}
