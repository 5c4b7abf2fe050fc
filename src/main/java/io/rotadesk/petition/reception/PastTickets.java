package io.rotadesk.petition.reception;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Looks up who came to some units; for each unit it stops when it has enough. */
@Repository
@Transactional(readOnly = true)
public class PastTickets {

    private final JdbcClient db;
    private final Tickets tickets;

    PastTickets(JdbcClient db, Tickets tickets) {
        this.db = db;
        this.tickets = tickets;
    }

    /**
     * The tickets of these units, the latest day first and in it the last number.
     *
     * @param last counts too
     */
    public List<Ticket> of(Collection<String> unitIds, LocalDate first, LocalDate last, int atMost) {
        return db.sql("""
                        select t.* from unnest(cast(:units as text[])) as one (unit_id) cross join lateral (
                          select t.* from ticket t where t.unit_id = one.unit_id and t.day >= :first and t.day <= :last
                          order by t.day desc, t.number desc limit :atMost) t
                        order by t.day desc, t.registered_at desc, t.id limit :atMost
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("first", first)
                .param("last", last)
                .param("atMost", atMost)
                .query(tickets.rows())
                .list();
    }
}
