package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.PetitionerErased;
import io.rotadesk.staff.notice.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody writes, signs or delivers papers for a petitioner who is erased. Papers with a number stay on record without their text. */
@Component
class ErasedPapers {

    private final PaperRows rows;
    private final Notices notices;

    ErasedPapers(PaperRows rows, Notices notices) {
        this.rows = rows;
        this.notices = notices;
    }

    @EventListener
    void erased(PetitionerErased erased) {
        erased.matterIds().forEach(this::erase);
    }

    private void erase(MatterId matterId) {
        for (Paper paper : rows.of(matterId)) {
            notices.settle(paper.unitId(), paper.id().value());
            if (!paper.isSigned()) {
                rows.remove(paper.id());
            }
        }
    }
}
