package io.rotadesk.staff.rota;

import io.rotadesk.platform.trouble.TroubleKind;
import io.rotadesk.platform.trouble.Troubles;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds people who are engaged with a contact that is over or does not exist: nobody would ever free them. */
@Component
public class EngagedWithNothing {

    private final JdbcClient db;
    private final Rota rota;
    private final Troubles troubles;

    EngagedWithNothing(JdbcClient db, Rota rota, Troubles troubles) {
        this.db = db;
        this.rota = rota;
        this.troubles = troubles;
    }

    /**
     * Frees them, and puts each on record as a trouble of the unit.
     *
     * @param process the id of the process that such a contact has in its model
     * @param over a query for those of {@code :contacts}, an array of ids, that are over or do not exist
     */
    @Transactional
    public void free(Contact.Kind kind, String process, String over) {
        rota.free(kind, contacts -> over(contacts, over))
                .forEach(freed -> troubles.note(freed.unitId(), process, null, TroubleKind.ENGAGED, freed.contactId()));
    }

    private List<String> over(List<String> contacts, String query) {
        return db.sql(query)
                .param("contacts", contacts.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}
