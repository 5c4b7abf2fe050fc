package io.rotadesk.visit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks visits up in the register, the latest first (L3.8). */
@Repository
public class VisitSearch {

    /**
     * Where a page of the list ends; the next one begins after it.
     *
     * @param at of the last visit on the page
     */
    public record Place(Instant at, String visitId) {}

    /** @param next null on the last page */
    public record Found(List<Visit> visits, Place next) {}

    /**
     * What became of the visitors.
     *
     * @param came how many came, parties counting once
     * @param received of them by an agent
     * @param left of them without having been received
     * @param noShow how many did not come to their appointment
     * @param waited of those who came, how many waited in line
     */
    public record Figures(long came, long received, long left, long noShow, long waited) {}

    /** When the visitor came, or is to come; there is an index on it. */
    private static final String AT = "coalesce(v.arrived_at, v.appointment_at)";

    // Whose a visit is: who greets, receives or helps, or is on the way; and whose customer it was then or is now.
    private static final String SEEN_BY = """
            (v.agent = :seenBy or v.greeted_by = :seenBy or v.helped_by = :seenBy
             or v.owner = :seenBy and (v.status = 'ACTIVE' or v.helped_by is not null)
             or exists (select from customer own where own.id = v.customer_id and own.agent = :seenBy))
            """;

    private final JdbcClient db;

    VisitSearch(JdbcClient db) {
        this.db = db;
    }

    /** @param after null for the first page */
    public Found find(VisitFilter filter, Place after, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        if (after != null) {
            where += " and (" + AT + ", v.visit_id) < (:afterTime, :afterVisit)";
            values.put("afterTime", Timestamp.from(after.at()));
            values.put("afterVisit", after.visitId());
        }
        values.put("limit", limit + 1);
        List<Visit> visits = db.sql("select v.* from visit_register v where " + where + " order by " + AT
                        + " desc, v.visit_id desc limit :limit")
                .params(values)
                .query(Visit.class)
                .list();
        if (visits.size() <= limit) {
            return new Found(visits, null);
        }
        Visit last = visits.get(limit - 1);
        return new Found(List.copyOf(visits.subList(0, limit)), new Place(last.at(), last.visitId()));
    }

    public Figures figures(VisitFilter filter) {
        Map<String, Object> values = new HashMap<>();
        return db.sql("""
                        select count(v.arrived_at) as came, count(v.greeted_at) as received,
                          count(*) filter (where v.state = 'LEFT') as "left",
                          count(*) filter (where v.state = 'NO_SHOW') as no_show, count(v.waiting_since) as waited
                        from visit_register v where
                        """ + where(filter, values))
                .params(values)
                .query(Figures.class)
                .single();
    }

    /** @param seenBy null for somebody who sees all of the unit's visits */
    public Optional<Visit> find(VisitKey key, String seenBy) {
        return db.sql("select v.* from visit_register v where v.unit_id = :unit and v.visit_id = :visit"
                        + (seenBy == null ? "" : " and " + SEEN_BY))
                .param("unit", key.unitId())
                .param("visit", key.visitId())
                .param("seenBy", seenBy)
                .query(Visit.class)
                .optional();
    }

    /** @return ids of those among a unit's visits that an agent may look into */
    public Set<String> seen(String unitId, Collection<String> visitIds, String seenBy) {
        return new HashSet<>(db.sql("select v.visit_id from visit_register v"
                        + " where v.unit_id = :unit and v.visit_id = any (:visits) and " + SEEN_BY)
                .param("unit", unitId)
                .param("visits", visitIds.toArray(String[]::new))
                .param("seenBy", seenBy)
                .query(String.class)
                .list());
    }

    /**
     * The visits of a customer, the latest first.
     *
     * @param seenBy null for somebody who sees all of the unit's visits
     */
    public List<Visit> ofCustomer(long customerId, String seenBy, int atMost) {
        return db.sql("select v.* from visit_register v where v.customer_id = :customer"
                        + (seenBy == null ? "" : " and " + SEEN_BY)
                        + " order by " + AT + " desc, v.visit_id desc limit :atMost")
                .param("customer", customerId)
                .param("seenBy", seenBy)
                .param("atMost", atMost)
                .query(Visit.class)
                .list();
    }

    private static String where(VisitFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("v.unit_id = :unit");
        values.put("unit", filter.unitId());
        if (filter.seenBy() != null) {
            where.append(" and ").append(SEEN_BY);
            values.put("seenBy", filter.seenBy());
        }
        if (filter.agent() != null) {
            where.append(
                    " and (v.agent = :agent or v.greeted_by = :agent or v.helped_by = :agent or v.owner = :agent)");
            values.put("agent", filter.agent());
        }
        if (filter.state() != null) {
            where.append(" and v.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.from() != null) {
            where.append(" and ").append(AT).append(" >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and ").append(AT).append(" < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and ").append(text(filter.text().strip(), values));
        }
        return where.toString();
    }

    /** A number is found by its digits, however it was typed; anything else is a name or a company. */
    private static String text(String typed, Map<String, Object> values) {
        String digits = typed.replaceAll("[ ()+-]", "");
        if (digits.matches("[0-9]{3,}")) {
            // Numbers are kept with their country code, so a leading zero of an area code is not among them.
            values.put("digits", "%" + digits.replaceFirst("^0+", "") + "%");
            return "(v.visitor_phone like :digits or v.visitor_raw like :digits or v.customer_phone like :digits)";
        }
        values.put("name", "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return """
                (v.customer_name ilike :name or v.visitor_name ilike :name or v.company ilike :name
                 or exists (select from customer own where own.id = v.customer_id and own.name ilike :name))
                """;
    }
}
