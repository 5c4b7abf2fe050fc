package io.rotadesk.web.desk.matters;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.paper.DemandedPapers;
import io.rotadesk.petition.paper.Paper;
import io.rotadesk.petition.paper.PaperIssuers;
import io.rotadesk.petition.paper.PaperKind;
import io.rotadesk.petition.paper.PaperWording;
import io.rotadesk.petition.paper.Papers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the papers of a matter for its page. */
@Component
class PaperCards {

    private final Papers papers;
    private final PaperIssuers issuers;
    private final DemandedPapers demanded;
    private final PaperWording words;

    PaperCards(Papers papers, PaperIssuers issuers, DemandedPapers demanded, PaperWording words) {
        this.papers = papers;
        this.issuers = issuers;
        this.demanded = demanded;
        this.words = words;
    }

    PaperCard of(MatterView view, SignedInUser user, Locale locale) {
        Matter matter = view.matter();
        List<Paper> newestFirst = new ArrayList<>(papers.of(matter.id()));
        Collections.reverse(newestFirst);
        Map<PaperKind, String> kinds = new EnumMap<>(PaperKind.class);
        for (PaperKind kind : PaperKind.values()) {
            kinds.put(kind, words.kind(kind, locale));
        }
        List<String> awaited = view.tasks().stream()
                .flatMap(task -> demanded.awaited(matter, task.key()).stream())
                .distinct()
                .map(kinds::get)
                .toList();
        List<PaperKind> choices = kinds.keySet().stream()
                .filter(kind -> kind != PaperKind.RECEIPT
                        && issuers.unit(matter, kind, user.login()).isPresent())
                .toList();
        return new PaperCard(newestFirst, kinds, choices, awaited);
    }
}
