package io.rotadesk.petition.summary;

import io.rotadesk.engine.models.PetitionSummary;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells lists of tasks which month is summed up. */
@Repository
class SummarySubjects implements SubjectSource {

    private final JdbcClient db;

    SummarySubjects(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> processes() {
        return Set.of(PetitionSummary.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        db.sql("select id, root_unit_id, month from summary where id = any (:ids)")
                .param("ids", works.stream().map(Work::key).toArray(String[]::new))
                .query((RowCallbackHandler) row -> found.put(
                        new Work(PetitionSummary.PROCESS, row.getString("root_unit_id"), row.getString("id")),
                        Subject.thing(
                                YearMonth.from(row.getDate("month").toLocalDate())
                                        .toString(),
                                "/desk/summaries")));
        return found;
    }
}
