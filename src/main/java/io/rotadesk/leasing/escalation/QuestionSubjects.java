package io.rotadesk.leasing.escalation;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells lists of tasks which question is meant, and in whose call or visit it came up. */
@Repository
class QuestionSubjects implements SubjectSource {

    private final JdbcClient db;

    QuestionSubjects(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> processes() {
        return Set.of(AbandonedEscalations.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        db.sql("select id, unit_id, contact_kind, contact_id, question from escalation where id = any (:ids)")
                .param("ids", works.stream().map(Work::key).toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    String contactId = row.getString("contact_id");
                    Contact contact = contactId == null
                            ? null
                            : new Contact(Contact.Kind.of(row.getString("contact_kind")), contactId);
                    found.put(
                            new Work(AbandonedEscalations.PROCESS, row.getString("unit_id"), row.getString("id")),
                            Subject.from(contact, row.getString("question")));
                });
        return found;
    }
}
