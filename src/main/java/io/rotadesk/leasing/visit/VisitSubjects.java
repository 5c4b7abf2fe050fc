package io.rotadesk.leasing.visit;

import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.web.util.UriUtils;

/** Tells lists of tasks which visitor is meant. */
@Repository
class VisitSubjects implements SubjectSource {

    private static final String PAGE = "/desk/visits/entry/";

    private final JdbcClient db;

    VisitSubjects(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> processes() {
        return Set.of(VisitsWithoutProcess.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        db.sql("""
                        select r.unit_id, r.visit_id, coalesce(r.customer_name, r.visitor_name, c.name) as name,
                          coalesce(r.customer_phone, r.visitor_phone, r.visitor_raw) as phone
                        from unnest(cast(:units as text[]), cast(:keys as text[])) asked (unit_id, visit_id)
                        join visit_register r using (unit_id, visit_id)
                        left join customer c on c.id = r.customer_id
                        """)
                .param("units", works.stream().map(Work::unitId).toArray(String[]::new))
                .param("keys", works.stream().map(Work::key).toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    VisitKey key = new VisitKey(row.getString("unit_id"), row.getString("visit_id"));
                    found.put(
                            work(key),
                            Subject.person(
                                    row.getString("name"),
                                    row.getString("phone"),
                                    PAGE + UriUtils.encodePathSegment(key.toString(), StandardCharsets.UTF_8)));
                });
        return found;
    }

    @Override
    public Optional<Work> work(Contact contact) {
        return contact.kind() == Contact.Kind.VISIT
                ? Optional.of(work(VisitKey.parse(contact.id())))
                : Optional.empty();
    }

    private static Work work(VisitKey key) {
        return new Work(VisitsWithoutProcess.PROCESS, key.unitId(), key.visitId());
    }
}
