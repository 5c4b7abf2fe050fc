package io.rotadesk.leasing.conduct;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import io.rotadesk.staff.unit.Agents;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells lists of tasks whose reception of which visitor is checked. */
@Repository
class CheckSubjects implements SubjectSource {

    private final JdbcClient db;
    private final Agents agents;

    CheckSubjects(JdbcClient db, Agents agents) {
        this.db = db;
        this.agents = agents;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AbandonedChecks.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        db.sql("select id, unit_id, contact_kind, contact_id, agent from service_check where id = any (:ids)")
                .param("ids", works.stream().map(Work::key).toArray(String[]::new))
                .query((RowCallbackHandler) row -> found.put(
                        new Work(AbandonedChecks.PROCESS, row.getString("unit_id"), row.getString("id")),
                        Subject.from(
                                new Contact(
                                        Contact.Kind.of(row.getString("contact_kind")), row.getString("contact_id")),
                                agents.name(row.getString("agent")))));
        return found;
    }
}
