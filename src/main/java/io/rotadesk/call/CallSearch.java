package io.rotadesk.call;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks calls up in the register, the newest first (L2.3). */
@Repository
public class CallSearch {

    /**
     * Where a page of the list ends; the next one begins after it.
     *
     * @param receivedAt of the last call on the page
     */
    public record Place(Instant receivedAt, String callId) {}

    /** @param next null on the last page */
    public record Found(List<Call> calls, Place next) {}

    /**
     * How the phone was answered (L2.1). Only calls that rang count, and only once they ring no more.
     *
     * @param rang how many calls the phone system brought
     * @param answered of them by an agent, at whatever ring
     * @param inTime of them within the unit's number of rings
     * @param missed of them by nobody, or by nobody yet
     */
    public record Figures(long rang, long answered, long inTime, long missed) {}

    // Whose a call is: who took it, covered it, or has it at the ear; and whose customer it was then or is now.
    private static final String SEEN_BY = """
            (c.agent = :seenBy or c.covered_by = :seenBy or c.ringing_agent = :seenBy
             or c.owner = :seenBy and (c.status = 'ACTIVE' or c.covered_by is not null)
             or exists (select from customer own where own.id = c.customer_id and own.agent = :seenBy))
            """;

    private final JdbcClient db;

    CallSearch(JdbcClient db) {
        this.db = db;
    }

    /** @param after null for the first page */
    public Found find(CallFilter filter, Place after, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        if (after != null) {
            where += " and (c.received_at, c.call_id) < (:afterTime, :afterCall)";
            values.put("afterTime", Timestamp.from(after.receivedAt()));
            values.put("afterCall", after.callId());
        }
        values.put("limit", limit + 1);
        List<Call> calls = db.sql("select c.* from call_register c where " + where
                        + " order by c.received_at desc, c.call_id desc limit :limit")
                .params(values)
                .query(Call.class)
                .list();
        if (calls.size() <= limit) {
            return new Found(calls, null);
        }
        Call last = calls.get(limit - 1);
        return new Found(List.copyOf(calls.subList(0, limit)), new Place(last.receivedAt(), last.callId()));
    }

    /** @param rings within which a call should be answered */
    public Figures figures(CallFilter filter, int rings) {
        Map<String, Object> values = new HashMap<>();
        String where = where(filter, values);
        values.put("rings", rings);
        return db.sql("""
                        select count(*) as rang, count(c.answered_at) as answered,
                          count(*) filter (where c.answered_at is not null and c.rings <= :rings) as in_time,
                          count(*) filter (where c.answered_at is null) as missed
                        from call_register c
                        where c.source = 'PHONE_SYSTEM' and c.state not in ('RECEIVED', 'RINGING') and
                        """ + where).params(values).query(Figures.class).single();
    }

    /** @param seenBy null for somebody who sees all of the unit's calls */
    public Optional<Call> find(CallKey key, String seenBy) {
        return db.sql("select c.* from call_register c where c.unit_id = :unit and c.call_id = :call"
                        + (seenBy == null ? "" : " and " + SEEN_BY))
                .param("unit", key.unitId())
                .param("call", key.callId())
                .param("seenBy", seenBy)
                .query(Call.class)
                .optional();
    }

    /**
     * The calls of a customer, the newest first.
     *
     * @param seenBy null for somebody who sees all of the unit's calls
     */
    public List<Call> ofCustomer(long customerId, String seenBy, int atMost) {
        return db.sql("select c.* from call_register c where c.customer_id = :customer"
                        + (seenBy == null ? "" : " and " + SEEN_BY)
                        + " order by c.received_at desc, c.call_id desc limit :atMost")
                .param("customer", customerId)
                .param("seenBy", seenBy)
                .param("atMost", atMost)
                .query(Call.class)
                .list();
    }

    private static String where(CallFilter filter, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("c.unit_id = :unit");
        values.put("unit", filter.unitId());
        if (filter.seenBy() != null) {
            where.append(" and ").append(SEEN_BY);
            values.put("seenBy", filter.seenBy());
        }
        if (filter.agent() != null) {
            where.append(" and (c.agent = :agent or c.covered_by = :agent or c.owner = :agent)");
            values.put("agent", filter.agent());
        }
        if (filter.state() != null) {
            where.append(" and c.state = :state");
            values.put("state", filter.state().name());
        }
        if (filter.from() != null) {
            where.append(" and c.received_at >= :from");
            values.put("from", Timestamp.from(filter.from()));
        }
        if (filter.to() != null) {
            where.append(" and c.received_at < :to");
            values.put("to", Timestamp.from(filter.to()));
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and ").append(text(filter.text().strip(), values));
        }
        return where.toString();
    }

    /** A number is found by its digits, however it was typed; anything else is a name. */
    private static String text(String typed, Map<String, Object> values) {
        String digits = typed.replaceAll("[ ()+-]", "");
        if (digits.matches("[0-9]{3,}")) {
            // Numbers are kept with their country code, so a leading zero of an area code is not among them.
            values.put("digits", "%" + digits.replaceFirst("^0+", "") + "%");
            return """
                    (c.caller_phone like :digits or c.caller_raw like :digits or c.customer_phone like :digits
                     or c.call_back_number like :digits)
                    """;
        }
        values.put("name", "%" + typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        return """
                (c.customer_name ilike :name
                 or exists (select from customer own where own.id = c.customer_id and own.name ilike :name))
                """;
    }
}
