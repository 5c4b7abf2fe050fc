package io.rotadesk.leasing.visit;

import io.rotadesk.platform.lookup.Counted;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.platform.lookup.RegisterFigures;
import io.rotadesk.platform.lookup.RegisterSearch;
import io.rotadesk.platform.lookup.RegisterTable;
import io.rotadesk.platform.lookup.SearchStatements;
import io.rotadesk.platform.register.RecordColumns;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
             or (select own.agent from customer own where own.id = e.customer_id) = :seenBy)
            """;

    private static final RegisterTable<Visit> VISITS = new RegisterTable<>(
            RecordColumns.of(Visit.class),
            "visit_register",
            "e.visit_id",
            // The time at which the visitor came, or is to come.
            "coalesce(e.arrived_at, e.appointment_at)",
            EnumSet.of(
                    VisitState.EXPECTED,
                    VisitState.ARRIVED,
                    VisitState.OFFERED,
                    VisitState.WAITING,
                    VisitState.RECEIVED,
                    VisitState.SEEN_OFF),
            SEEN_BY,
            List.of(
                    "e.agent = :seenBy",
                    "e.greeted_by = :seenBy and e.greeted_by is distinct from e.agent",
                    "e.helped_by = :seenBy and e.helped_by is distinct from e.agent",
                    """
                    e.owner = :seenBy and e.owner is distinct from e.agent
                     and (e.status = 'ACTIVE' or e.helped_by is not null)
                    """),
            // Visits move with a merge.
            "select own.id from customer own where own.unit_id = :unit and own.agent = :seenBy and own.merged_into is null",
            "(e.agent = :agent or e.greeted_by = :agent or e.helped_by = :agent or e.owner = :agent)",
            List.of(
                    "e.agent = :agent",
                    "e.greeted_by = :agent and e.greeted_by is distinct from e.agent",
                    "e.helped_by = :agent and e.helped_by is distinct from e.agent",
                    "e.owner = :agent and e.owner is distinct from e.agent"),
            "(e.visitor_phone like :digits or e.visitor_raw like :digits or e.customer_phone like :digits)",
            """
            (e.customer_name ilike :name or e.visitor_name ilike :name or e.company ilike :name
             or e.known_as ilike :name)
            """,
            """
            search_terms(search_part(e.unit_id, coalesce(e.arrived_at, e.appointment_at), 28),
              array[e.visitor_phone, e.visitor_raw, e.customer_phone],
              array[e.customer_name, e.visitor_name, e.company, e.known_as])
            """,
            28,
            visit -> new PageEnd(visit.at(), visit.visitId()));

    private final JdbcClient db;
    private final RegisterSearch<Visit> visits;
    private final RegisterFigures<Figures> figures;

    VisitSearch(SearchStatements statements) {
        this.db = statements.db();
        this.visits = new RegisterSearch<>(db, VISITS);
        this.figures = new RegisterFigures<>(
                db, VISITS, "e.state, e.arrived_at, e.greeted_at, e.waiting_since", """
                count(e.arrived_at) as came, count(e.greeted_at) as received,
                  count(*) filter (where e.state = 'LEFT') as "left",
                  count(*) filter (where e.state = 'NO_SHOW') as no_show, count(e.waiting_since) as waited
                """, Figures.class);
    }

    /** @param after null for the first page */
    public Found<Visit> find(EntryFilter<VisitState> filter, PageEnd after, int limit) {
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

    public Counted<Figures> figures(EntryFilter<VisitState> filter) {
        return figures.of(filter, Map.of());
    }
}
