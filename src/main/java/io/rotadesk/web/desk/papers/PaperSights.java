package io.rotadesk.web.desk.papers;

import io.rotadesk.access.NotThereException;
import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperId;
import io.rotadesk.petition.paper.PaperRights;
import io.rotadesk.petition.paper.Papers;
import io.rotadesk.web.desk.matters.MatterSights;
import org.springframework.stereotype.Component;

/** Decides who sees which paper: whoever sees its matter. */
@Component
class PaperSights {

    /**
     * A paper, and what the person can do with it as far as its state allows that.
     *
     * @param reader the person
     * @param edits whether they write it
     * @param leads whether they sign it
     */
    record Seen(Paper paper, Matter matter, SignedInUser reader, boolean edits, boolean leads) {}

    private final Papers papers;
    private final PaperRights rights;
    private final MatterSights matters;

    PaperSights(Papers papers, PaperRights rights, MatterSights matters) {
        this.papers = papers;
        this.rights = rights;
        this.matters = matters;
    }

    /**
     * @throws java.util.NoSuchElementException if there is no such paper
     * @throws NotThereException if the person may not look into its matter
     */
    Seen require(PaperId id, SignedInUser user) {
        Paper paper = papers.get(id);
        Matter matter = matters.seen(paper.matterId(), user);
        return new Seen(
                paper, matter, user, rights.edits(paper, matter, user.login()), rights.leads(paper, user.login()));
    }
}
