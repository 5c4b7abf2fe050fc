package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperKind;
import java.util.List;
import java.util.Map;

/**
 * The papers of a matter, as its page lists them.
 *
 * @param papers all versions, newest first
 * @param kinds the names of the kinds
 * @param choices the kinds that the reader can make now; a receipt is made from the paper that it is for
 * @param awaited the names of the papers that open steps wait for
 */
record PaperCard(List<Paper> papers, Map<PaperKind, String> kinds, List<PaperKind> choices, List<String> awaited) {

    /** Whether the reader can make new ones. */
    public boolean makes() {
        return !choices.isEmpty();
    }

    public boolean isEmpty() {
        return papers.isEmpty() && choices.isEmpty() && awaited.isEmpty();
    }
}
