package io.rotadesk.leasing.call;

import io.rotadesk.platform.lookup.Counted;
import io.rotadesk.platform.lookup.EntryFilter;
import io.rotadesk.platform.lookup.Found;
import io.rotadesk.platform.lookup.PageEnd;
import io.rotadesk.platform.lookup.RegisterFigures;
import io.rotadesk.platform.lookup.RegisterSearch;
import io.rotadesk.platform.lookup.RegisterTable;
import io.rotadesk.platform.lookup.SearchStatements;
import io.rotadesk.platform.register.RecordColumns;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
             or (select own.agent from customer own where own.id = e.customer_id) = :seenBy)
            """;

    private static final RegisterTable<Call> CALLS = new RegisterTable<>(
            RecordColumns.of(Call.class),
            "call_register",
            "e.call_id",
            "e.received_at",
            EnumSet.of(CallState.RECEIVED, CallState.RINGING, CallState.UNASSIGNED, CallState.ANSWERED),
            SEEN_BY,
            List.of(
                    "e.agent = :seenBy",
                    "e.covered_by = :seenBy and e.covered_by is distinct from e.agent",
                    "e.ringing_agent = :seenBy and e.ringing_agent is distinct from e.agent",
                    """
                    e.owner = :seenBy and e.owner is distinct from e.agent
                     and (e.status = 'ACTIVE' or e.covered_by is not null)
                    """),
            // Calls move with a merge.
            "select own.id from customer own where own.unit_id = :unit and own.agent = :seenBy and own.merged_into is null",
            "(e.agent = :agent or e.covered_by = :agent or e.owner = :agent)",
            List.of(
                    "e.agent = :agent",
                    "e.covered_by = :agent and e.covered_by is distinct from e.agent",
                    "e.owner = :agent and e.owner is distinct from e.agent"),
            """
            (e.caller_phone like :digits or e.caller_raw like :digits or e.customer_phone like :digits
             or e.call_back_number like :digits)
            """,
            "(e.customer_name ilike :name or e.known_as ilike :name)",
            """
            search_terms(search_part(e.unit_id, e.received_at, 28),
              array[e.caller_phone, e.caller_raw, e.customer_phone, e.call_back_number],
              array[e.customer_name, e.known_as])
            """,
            28,
            call -> new PageEnd(call.receivedAt(), call.callId()));

    private static final String RANG = "e.source = 'PHONE_SYSTEM' and e.state not in ('RECEIVED', 'RINGING')";

    private final RegisterSearch<Call> calls;
    private final RegisterFigures<Figures> figures;

    CallSearch(SearchStatements statements) {
        JdbcClient db = statements.db();
        this.calls = new RegisterSearch<>(db, CALLS);
        this.figures = new RegisterFigures<>(
                db, CALLS, "e.state, e.source, e.answered_at, e.rings", """
                count(*) filter (where %1$s) as rang, count(e.answered_at) filter (where %1$s) as answered,
                  count(*) filter (where %1$s and e.answered_at is not null and e.rings <= :rings) as in_time,
                  count(*) filter (where %1$s and e.answered_at is null) as missed
                """.formatted(RANG), Figures.class);
    }

    /** @param after null for the first page */
    public Found<Call> find(EntryFilter<CallState> filter, PageEnd after, int limit) {
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
    public Counted<Figures> figures(EntryFilter<CallState> filter, int rings) {
        return figures.of(filter, Map.of("rings", rings));
    }
}
