package io.rotadesk.leasing.visit;

import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.Place;
import io.rotadesk.platform.lookup.RegisterSearch;
import io.rotadesk.platform.lookup.RegisterTable;
import io.rotadesk.platform.register.RecordColumns;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks visits up in the register, latest first (L3.8). */
@Repository
public class VisitSearch {

    /**
     * The figures of visitors.
     *
     * @param came how many came; a party counts once
     * @param received how many of them an agent received
     * @param left how many of them left without having been received
     * @param noShow how many did not come to their appointment
     * @param waited how many of those who came waited in line
     */
    public record Figures(long came, long received, long left, long noShow, long waited) {}

    // The agents of a visit: those who greet, receive or help, or are on the way; and the customer's agents then and
    // now.
    private static final String SEEN_BY = """
            (e.agent = :seenBy or e.greeted_by = :seenBy or e.helped_by = :seenBy
             or e.owner = :seenBy and (e.status = 'ACTIVE' or e.helped_by is not null)
             or exists (select from customer own where own.id = e.customer_id and own.agent = :seenBy))
            """;

    private static final RegisterTable<Visit> VISITS = new RegisterTable<>(
            RecordColumns.of(Visit.class),
            "visit_register",
            "e.visit_id",
            // The time at which the visitor came, or is to come.
            "coalesce(e.arrived_at, e.appointment_at)",
            SEEN_BY,
            "(e.agent = :agent or e.greeted_by = :agent or e.helped_by = :agent or e.owner = :agent)",
            "(e.visitor_phone like :digits or e.visitor_raw like :digits or e.customer_phone like :digits)",
            """
            (e.customer_name ilike :name or e.visitor_name ilike :name or e.company ilike :name
             or exists (select from customer own where own.id = e.customer_id and own.name ilike :name))
            """,
            visit -> new Place(visit.at(), visit.visitId()));

    private final JdbcClient db;
    private final RegisterSearch<Visit> visits;

    VisitSearch(JdbcClient db) {
        this.db = db;
        this.visits = new RegisterSearch<>(db, VISITS);
    }

    /** @param after null for the first page */
    public Found<Visit> find(EntryFilter<VisitState> filter, Place after, int limit) {
        return visits.find(filter, after, limit);
    }

    /** @param seenBy null for somebody who sees all of the unit's visits */
    public Optional<Visit> find(VisitKey key, String seenBy) {
        return visits.find(key.unitId(), key.visitId(), seenBy);
    }

    /**
     * The visits of a customer, latest first.
     *
     * @param seenBy null for somebody who sees all of the unit's visits
     */
    public List<Visit> ofCustomer(long customerId, String seenBy, int atMost) {
        return visits.ofCustomer(customerId, seenBy, atMost);
    }

    /** @return the ids of a unit's visits that an agent may look into */
    public Set<String> seen(String unitId, Collection<String> visitIds, String seenBy) {
        return new HashSet<>(db.sql("select e.visit_id from visit_register e"
                        + " where e.unit_id = :unit and e.visit_id = any (:visits) and " + SEEN_BY)
                .param("unit", unitId)
                .param("visits", visitIds.toArray(String[]::new))
                .param("seenBy", seenBy)
                .query(String.class)
                .list());
    }

    public Figures figures(EntryFilter<VisitState> filter) {
        RegisterSearch.Condition where = visits.where(filter);
        return db.sql("""
                        select count(e.arrived_at) as came, count(e.greeted_at) as received,
                          count(*) filter (where e.state = 'LEFT') as "left",
                          count(*) filter (where e.state = 'NO_SHOW') as no_show, count(e.waiting_since) as waited
                        from visit_register e where
                        """ + where.sql())
                .params(where.values())
                .query(Figures.class)
                .single();
    }
}
