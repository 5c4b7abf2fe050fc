package io.rotadesk.leasing.calllist;

import io.rotadesk.leasing.customer.CustomerErased;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.SentNumber;
import io.rotadesk.staff.erasing.Person;
import io.rotadesk.staff.erasing.PersonalRecords;
import io.rotadesk.staff.notice.NoticeKind;
import io.rotadesk.staff.notice.Notices;
import io.rotadesk.staff.unit.Unit;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What comparisons found, until somebody has settled it. */
@Repository
@Transactional
public class CallDifferences implements PersonalRecords {

    /** What the notice about a unit's differences is about. */
    private static final String SUBJECT = "call-list";

    private static final int LONGEST = 200;

    private static final String SELECT = """
            select id, unit_id, kind, at, listed_id, call_id, number, answered, extension, rang_for from call_difference
            """;

    private final JdbcClient db;
    private final Notices notices;
    private final Clock clock;

    CallDifferences(JdbcClient db, Notices notices, Clock clock) {
        this.db = db;
        this.notices = notices;
        this.clock = clock;
    }

    /** @return how many of them were not known */
    int keep(Unit unit, List<CallDifference> found, String by) {
        int count = db.sql("""
                        insert into call_difference (unit_id, found_at, found_by, kind, at, listed_id, call_id, number, phone, answered,
                          extension, rang_for)
                        select :unit, :now, :by, kind, cast(at as timestamptz), listed_id, call_id, number, phone,
                          cast(answered as boolean), extension, cast(rang_for as integer)
                        from unnest(:kinds::text[], :times::text[], :listedIds::text[], :callIds::text[], :numbers::text[],
                            :phones::text[], :answered::text[], :extensions::text[], :rangFor::text[])
                          as d (kind, at, listed_id, call_id, number, phone, answered, extension, rang_for)
                        on conflict do nothing
                        """)
                .param("unit", unit.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("kinds", each(found, CallDifference::kind))
                .param("times", each(found, CallDifference::at))
                .param("listedIds", each(found, CallDifference::listedId))
                .param("callIds", each(found, CallDifference::callId))
                .param("numbers", each(found, CallDifference::number))
                .param(
                        "phones",
                        each(
                                found,
                                difference -> SentNumber.read(
                                                difference.number(),
                                                unit.settings().numbering())
                                        .e164()))
                .param("answered", each(found, CallDifference::answered))
                .param("extensions", each(found, CallDifference::extension))
                .param("rangFor", each(found, CallDifference::rangFor))
                .update();
        if (count > 0) {
            notices.tell(
                    NoticeKind.CALLS_DIFFER,
                    unit.id(),
                    // The sender sees it at once.
                    (unit.managers().isEmpty() ? unit.deputies() : unit.managers())
                            .stream().filter(login -> !login.equals(by)).toList(),
                    SUBJECT,
                    "/desk/calls/list?unit=" + unit.id(),
                    String.valueOf(count));
        }
        return count;
    }

    /** What nobody has settled, latest first. */
    @Transactional(readOnly = true)
    public List<CallDifference> open(String unitId, int atMost) {
        return db.sql(SELECT + " where unit_id = :unit and settled_at is null order by at desc, id desc limit :most")
                .param("unit", unitId)
                .param("most", atMost)
                .query(CallDifference.class)
                .list();
    }

    /** How many of the unit's differences nobody has settled. */
    @Transactional(readOnly = true)
    public long countOpen(String unitId) {
        return db.sql("select count(*) from call_difference where unit_id = ? and settled_at is null")
                .param(unitId)
                .query(Long.class)
                .single();
    }

    /**
     * Somebody has seen to it.
     *
     * @return false if it is settled already, or not one of this unit
     */
    public boolean settle(String unitId, long id, String by) {
        boolean settled = db.sql("""
                        update call_difference set settled_at = :now, settled_by = :by
                        where id = :id and unit_id = :unit and settled_at is null
                        """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("by", by)
                        .param("id", id)
                        .param("unit", unitId)
                        .update()
                == 1;
        if (settled && countOpen(unitId) == 0) {
            notices.settle(NoticeKind.CALLS_DIFFER, unitId, SUBJECT);
        }
        return settled;
    }

    /** The one that nobody has settled, of this unit. */
    @Transactional(readOnly = true)
    Optional<CallDifference> open(String unitId, long id) {
        return db.sql(SELECT + " where id = :id and unit_id = :unit and settled_at is null")
                .param("id", id)
                .param("unit", unitId)
                .query(CallDifference.class)
                .optional();
    }

    /** A value of each, as text; null stays null. */
    private static String[] each(List<CallDifference> found, Function<CallDifference, Object> value) {
        return found.stream()
                .map(value)
                .map(one -> one == null ? null : SafeText.cut(one.toString(), LONGEST))
                .toArray(String[]::new);
    }

    @Override
    public String kind() {
        return "callDifferences";
    }

    @Override
    public int erase(Person person, String by) {
        return db.sql("""
                        delete from call_difference
                        where unit_id = :unit
                          and (phone = :phone or regexp_replace(number, '\\D', '', 'g') = any (:digits))
                        """)
                .param("unit", person.unitId())
                .param("phone", person.e164().orElse(null))
                .param("digits", person.digits())
                .update();
    }

    @EventListener
    void forget(CustomerErased erased) {
        db.sql("delete from call_difference where unit_id = :unit and phone = any (:phones)")
                .param("unit", erased.unitId())
                .param("phones", erased.phones().toArray(String[]::new))
                .update();
    }
}
