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
 * @param makes whether the reader can make new ones
 * @param awaited the names of the papers that open steps wait for
 */
record PaperCard(List<Paper> papers, Map<PaperKind, String> kinds, boolean makes, List<String> awaited) {

    /** The kinds that can be made from a matter; a receipt is made from the paper that it is for. */
    public List<PaperKind> choices() {
        return kinds.keySet().stream().filter(kind -> kind != PaperKind.RECEIPT).toList();
    }

    public boolean isEmpty() {
        return papers.isEmpty() && !makes && awaited.isEmpty();
    }
}
