package io.rotadesk.leasing.call;

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

/** Tells lists of tasks who is calling, or called. */
@Repository
class CallSubjects implements SubjectSource {

    private static final String PAGE = "/desk/calls/entry/";

    private final JdbcClient db;

    CallSubjects(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> processes() {
        return Set.of(CallsWithoutProcess.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<Work, Subject> found = new HashMap<>();
        db.sql("""
                        select r.unit_id, r.call_id, coalesce(r.customer_name, c.name) as name,
                          coalesce(r.customer_phone, r.call_back_number, r.caller_phone, r.caller_raw) as phone,
                          r.state = 'ANSWERED' and r.call_ended_at is not null as over
                        from unnest(cast(:units as text[]), cast(:keys as text[])) asked (unit_id, call_id)
                        join call_register r using (unit_id, call_id)
                        left join customer c on c.id = r.customer_id
                        """)
                .param("units", works.stream().map(Work::unitId).toArray(String[]::new))
                .param("keys", works.stream().map(Work::key).toArray(String[]::new))
                .query((RowCallbackHandler) row -> {
                    CallKey key = new CallKey(row.getString("unit_id"), row.getString("call_id"));
                    found.put(
                            work(key),
                            Subject.person(
                                            row.getString("name"),
                                            row.getString("phone"),
                                            PAGE + UriUtils.encodePathSegment(key.toString(), StandardCharsets.UTF_8))
                                    .over(row.getBoolean("over")));
                });
        return found;
    }

    @Override
    public Optional<Work> work(Contact contact) {
        return contact.kind() == Contact.Kind.CALL ? Optional.of(work(CallKey.parse(contact.id()))) : Optional.empty();
    }

    private static Work work(CallKey key) {
        return new Work(CallsWithoutProcess.PROCESS, key.unitId(), key.callId());
    }
}
