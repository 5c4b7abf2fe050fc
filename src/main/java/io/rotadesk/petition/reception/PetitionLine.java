package io.rotadesk.petition.reception;

import java.util.List;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The order of the reception (P3): appointments at their time, petitioners without one by their arrival, one person or
 * group after the other. Of two at the same instant the lower number comes first.
 */
@Repository
class PetitionLine {

    private static final String ORDER = " order by place_at, number, id";

    private final JdbcClient db;
    private final RowMapper<Ticket> rows;

    PetitionLine(JdbcClient db, Tickets tickets) {
        this.db = db;
        this.rows = tickets.rows();
    }

    /** The tickets that wait in a unit, next first. */
    List<Ticket> of(String unitId) {
        return db.sql("select * from ticket where unit_id = ? and state = 'WAITING'" + ORDER)
                .param(unitId)
                .query(rows)
                .list();
    }

    /** Whether somebody waits who comes before this ticket. */
    boolean othersWait(Ticket ticket) {
        return !before(ticket).isEmpty();
    }

    /** The tickets in line before this one. */
    List<Ticket> before(Ticket ticket) {
        return db.sql("""
                        select w.* from ticket w, ticket t
                        where t.id = :id and w.unit_id = t.unit_id and w.state = 'WAITING' and w.id <> t.id
                          and (w.place_at, w.number, w.id) < (t.place_at, t.number, t.id)
                        """).param("id", ticket.id().value()).query(rows).list();
    }

    /** Those of these units, and of these people's units, in which somebody waits. */
    List<String> units(List<String> units, List<String> logins) {
        return db.sql("""
                        select distinct unit_id from ticket where state = 'WAITING'
                          and (unit_id = any (:units) or unit_id in (select unit_id from agent where login = any (:logins)))
                        """)
                .param("units", units.toArray(String[]::new))
                .param("logins", logins.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /** All units in which somebody waits. */
    List<String> units() {
        return db.sql("select distinct unit_id from ticket where state = 'WAITING'")
                .query(String.class)
                .list();
    }
}
