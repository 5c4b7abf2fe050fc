package io.rotadesk.leasing.dispute;

import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.dispute.Dispute.Outcome;
import io.rotadesk.staff.erasing.FreeTexts;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes the disputes. The customer's row is locked before an open dispute changes. */
@Repository
class DisputeRows implements FreeTexts {

    /** Finds the disputes of merged records by the remaining record. */
    private static final String OF = """
            (customer_id = any (:customers)
             or customer_id in (select id from customer where merged_into = any (:customers)))
            """;

    private final JdbcClient db;
    private final Clock clock;

    DisputeRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return empty if the customer is disputed already */
    Optional<Dispute> enter(Customer customer, String claimant, String reason) {
        return db.sql("""
                        insert into ownership_dispute
                            (unit_id, customer_id, claimant, owner, reason, opened_at, valid_until)
                        values (:unit, :customer, :claimant, :owner, :reason, :now, :validUntil)
                        on conflict do nothing returning *
                        """)
                .param("unit", customer.unitId())
                .param("customer", customer.id())
                .param("claimant", claimant)
                .param("owner", customer.agent())
                .param("reason", reason)
                .param("now", now())
                .param("validUntil", Timestamp.from(customer.validUntil()))
                .query(Dispute.class)
                .optional();
    }

    Optional<Dispute> find(long id) {
        return db.sql("select * from ownership_dispute where id = :id")
                .param("id", id)
                .query(Dispute.class)
                .optional();
    }

    List<Dispute> openOf(Collection<Long> customers) {
        return db.sql("select * from ownership_dispute where closed_at is null and " + OF)
                .param("customers", customers.toArray(Long[]::new))
                .query(Dispute.class)
                .list();
    }

    List<Dispute> of(long customer) {
        return db.sql("select * from ownership_dispute where " + OF + " order by opened_at desc, id desc")
                .param("customers", new Long[] {customer})
                .query(Dispute.class)
                .list();
    }

    /** Open disputes first, newest first. */
    List<Dispute> of(String unitId, String seenBy, int atMost) {
        String all = "select * from ownership_dispute where unit_id = :unit";
        String order = " order by (closed_at is not null), opened_at desc, id desc limit " + atMost;
        return db.sql(
                        seenBy == null
                                ? all + order
                                : "select * from ((" + all + " and claimant = :seenBy" + order + ") union all (" + all
                                        + " and owner = :seenBy and claimant <> :seenBy" + order + ")) theirs" + order)
                .param("unit", unitId)
                .param("seenBy", seenBy)
                .query(Dispute.class)
                .list();
    }

    Dispute stated(long id, String statement, String by) {
        return db.sql("""
                        update ownership_dispute set statement = :statement, stated_by = :by, stated_at = :now
                        where id = :id returning *
                        """)
                .param("id", id)
                .param("statement", statement)
                .param("by", by)
                .param("now", now())
                .query(Dispute.class)
                .single();
    }

    Dispute owner(long id, String owner) {
        return db.sql("update ownership_dispute set owner = :owner where id = :id returning *")
                .param("id", id)
                .param("owner", owner)
                .query(Dispute.class)
                .single();
    }

    /** @return empty if it was closed before */
    Optional<Dispute> close(long id, Outcome outcome, String reason, String by) {
        return db.sql("""
                        update ownership_dispute
                        set outcome = :outcome, decision_reason = :reason, decided_by = :by, closed_at = :now
                        where id = :id and closed_at is null returning *
                        """)
                .param("id", id)
                .param("outcome", outcome.name())
                .param("reason", reason)
                .param("by", by)
                .param("now", now())
                .query(Dispute.class)
                .optional();
    }

    void read(long id, String login) {
        db.sql("""
                        update ownership_dispute set
                            claimant_read_at = case when claimant = :login then coalesce(claimant_read_at, :now)
                                else claimant_read_at end,
                            owner_read_at = case when owner = :login then coalesce(owner_read_at, :now)
                                else owner_read_at end
                        where id = :id
                        """).param("id", id).param("login", login).param("now", now()).update();
    }

    /** Deletes people's texts; the dispute itself stays. */
    void erase(long id) {
        db.sql("""
                        update ownership_dispute set customer_id = null, reason = '*',
                            statement = case when statement is not null then '*' end,
                            decision_reason = case when decision_reason is not null then '*' end
                        where id = :id
                        """).param("id", id).update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    @Override
    public String tableOfTexts() {
        return "ownership_dispute";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("reason", "statement", "decision_reason");
    }
}
