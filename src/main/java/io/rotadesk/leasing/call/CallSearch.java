package io.rotadesk.leasing.call;

import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.Place;
import io.rotadesk.platform.lookup.RegisterSearch;
import io.rotadesk.platform.lookup.RegisterTable;
import io.rotadesk.platform.register.RecordColumns;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks calls up in the register, newest first (L2.3). */
@Repository
public class CallSearch {

    /**
     * The figures of answered calls (L2.1). Only calls that rang count, and only when they have stopped ringing.
     *
     * @param rang how many calls the phone system reported
     * @param answered how many an agent answered, at any ring
     * @param inTime how many were answered within the unit's number of rings
     * @param missed how many nobody answered, or not yet
     */
    public record Figures(long rang, long answered, long inTime, long missed) {}

    // The agents of a call: those who took it, covered it or are talking; and the customer's agents then and now.
    private static final String SEEN_BY = """
            (e.agent = :seenBy or e.covered_by = :seenBy or e.ringing_agent = :seenBy
             or e.owner = :seenBy and (e.status = 'ACTIVE' or e.covered_by is not null)
             or exists (select from customer own where own.id = e.customer_id and own.agent = :seenBy))
            """;

    private static final RegisterTable<Call> CALLS = new RegisterTable<>(
            RecordColumns.of(Call.class),
            "call_register",
            "e.call_id",
            "e.received_at",
            SEEN_BY,
            "(e.agent = :agent or e.covered_by = :agent or e.owner = :agent)",
            """
            (e.caller_phone like :digits or e.caller_raw like :digits or e.customer_phone like :digits
             or e.call_back_number like :digits)
            """,
            """
            (e.customer_name ilike :name
             or exists (select from customer own where own.id = e.customer_id and own.name ilike :name))
            """,
            call -> new Place(call.receivedAt(), call.callId()));

    private final JdbcClient db;
    private final RegisterSearch<Call> calls;

    CallSearch(JdbcClient db) {
        this.db = db;
        this.calls = new RegisterSearch<>(db, CALLS);
    }

    /** @param after null for the first page */
    public Found<Call> find(EntryFilter<CallState> filter, Place after, int limit) {
        return calls.find(filter, after, limit);
    }

    /** @param seenBy null for somebody who sees all of the unit's calls */
    public Optional<Call> find(CallKey key, String seenBy) {
        return calls.find(key.unitId(), key.callId(), seenBy);
    }

    /**
     * The calls of a customer, newest first.
     *
     * @param seenBy null for somebody who sees all of the unit's calls
     */
    public List<Call> ofCustomer(long customerId, String seenBy, int atMost) {
        return calls.ofCustomer(customerId, seenBy, atMost);
    }

    /** @param rings the number of rings within which a call should be answered */
    public Figures figures(EntryFilter<CallState> filter, int rings) {
        RegisterSearch.Condition where = calls.where(filter);
        return db.sql("""
                        select count(*) as rang, count(e.answered_at) as answered,
                          count(*) filter (where e.answered_at is not null and e.rings <= :rings) as in_time,
                          count(*) filter (where e.answered_at is null) as missed
                        from call_register e
                        where e.source = 'PHONE_SYSTEM' and e.state not in ('RECEIVED', 'RINGING') and
                        """ + where.sql())
                .params(where.values())
                .param("rings", rings)
                .query(Figures.class)
                .single();
    }
}
