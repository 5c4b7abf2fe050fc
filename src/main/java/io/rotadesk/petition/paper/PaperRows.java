package io.rotadesk.petition.paper;

import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.TextsAboutMatters;
import io.rotadesk.platform.register.Register;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the papers. Their texts go with the petitioner; that there were papers, and their numbers, stay. */
@Repository
class PaperRows implements TextsAboutMatters {

    private final JdbcClient db;
    private final Register<PaperId, Paper> papers;

    PaperRows(JdbcClient db) {
        this.db = db;
        this.papers = new Register<>(db, "paper", Paper.class, PaperRows::unknown);
    }

    Optional<Paper> find(PaperId id) {
        return papers.find(id);
    }

    /** Locks the paper until the transaction ends. */
    Paper hold(PaperId id) {
        return papers.hold(id).orElseThrow(() -> unknown(id));
    }

    /** @return empty if another correction of the same paper was faster */
    Optional<Paper> add(Paper paper) {
        return papers.add(paper);
    }

    Paper save(Paper before, Paper after) {
        return papers.save(before, after);
    }

    void remove(PaperId id) {
        db.sql("delete from paper where id = ?").param(id.value()).update();
        papers.forget(id);
    }

    /** All papers of a matter, oldest first. */
    List<Paper> of(MatterId matterId) {
        return db.sql("select * from paper where matter_id = ? order by made_at, id")
                .param(matterId.value())
                .query(papers.rows())
                .list();
    }

    Optional<Paper> correctionOf(PaperId id) {
        return db.sql("select * from paper where replaces = ?")
                .param(id.value())
                .query(papers.rows())
                .optional();
    }

    /**
     * The latest papers of a unit about which somebody still has to do something, newest first.
     *
     * @param editor only those that this person edits; null for all
     */
    List<Paper> open(String unitId, String editor, int limit) {
        return db.sql("""
                        select p.* from paper p join matter m on m.id = p.matter_id
                        where p.unit_id = :unit and p.state in ('DRAFT', 'HANDED_IN', 'SIGNED') and p.text is not null
                          and not (p.state = 'SIGNED' and p.kind in ('RECEIPT', 'REGISTRATION'))
                          and (cast(:editor as text) is null
                            or case when m.unit_id = p.unit_id then m.responsible else p.made_by end = :editor)
                        order by p.made_at desc, p.id desc limit :limit
                        """)
                .param("unit", unitId)
                .param("editor", editor)
                .param("limit", limit)
                .query(papers.rows())
                .list();
    }

    private static NoSuchElementException unknown(PaperId id) {
        return new NoSuchElementException("There is no paper " + id);
    }

    @Override
    public String tableOfTexts() {
        return "paper";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("title", "text", "remarks", "receiver", "relation", "delivery_note");
    }
}
