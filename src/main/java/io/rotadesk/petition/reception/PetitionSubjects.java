package io.rotadesk.petition.reception;

import io.rotadesk.engine.models.MatterHandling;
import io.rotadesk.engine.models.MatterTransfer;
import io.rotadesk.engine.models.PetitionReception;
import io.rotadesk.engine.models.SceneResponse;
import io.rotadesk.staff.subject.Subject;
import io.rotadesk.staff.subject.SubjectSource;
import io.rotadesk.staff.subject.Work;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tells lists of tasks which petitioner and which matter are meant. The handling of a matter has its ticket's key. */
@Repository
class PetitionSubjects implements SubjectSource {

    private final JdbcClient db;

    PetitionSubjects(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<String> processes() {
        return Set.of(PetitionReception.PROCESS, MatterHandling.PROCESS, MatterTransfer.PROCESS, SceneResponse.PROCESS);
    }

    @Override
    public Map<Work, Subject> of(Collection<Work> works) {
        Map<String, Subject> byTicket = new HashMap<>();
        db.sql("""
                        select t.id, m.id as matter, m.number, m.petitioner_name, m.petitioner_phone
                        from ticket t join matter own on own.id = t.matter_id
                        join matter m on m.id = coalesce(own.joined_into, own.id)
                        where t.id = any (:ids)
                        """)
                .param("ids", works.stream().map(Work::key).toArray(String[]::new))
                .query((RowCallbackHandler) row -> byTicket.put(
                        row.getString("id"),
                        Subject.person(
                                        row.getString("petitioner_name"),
                                        row.getString("petitioner_phone"),
                                        "/desk/matters/" + row.getString("matter"))
                                .noted(row.getString("number"))));
        return works.stream()
                .filter(work -> byTicket.containsKey(work.key()))
                .collect(Collectors.toMap(Function.identity(), work -> byTicket.get(work.key())));
    }
}
