package io.rotadesk.leasing.phonesystem;

import io.rotadesk.leasing.phonesystem.TakenMessage.Outcome;
import io.rotadesk.platform.input.SafeText;
import io.rotadesk.platform.phone.PhoneNumbers;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What phone systems sent lately. */
@Repository
@Transactional
class PhoneMessages {

    /** Of each unit, so many are kept. */
    private static final int KEPT = 100;

    private static final int LONGEST = 120;

    private final JdbcClient db;
    private final Clock clock;

    PhoneMessages(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void add(String unitId, String system, List<CallReport> reports, Outcome outcome) {
        CallReport first = reports.isEmpty() ? null : reports.get(0);
        db.sql("""
                        insert into phone_message (unit_id, system, at, call_id, last_digits, reported, outcome)
                        values (:unit, :system, :at, :call, :digits, :reported, :outcome)
                        """)
                .param("unit", unitId)
                .param("system", system)
                .param("at", Timestamp.from(clock.instant()))
                .param("call", first == null ? null : SafeText.cut(first.call().callId(), LONGEST))
                .param(
                        "digits",
                        first == null || first.call().from() == null
                                ? null
                                : PhoneNumbers.lastDigits(first.call().from()))
                .param("reported", reports.stream().map(CallReport::word).collect(Collectors.joining(",")))
                .param("outcome", outcome.name())
                .update();
        db.sql("""
                        delete from phone_message where unit_id = :unit and id <= (
                          select id from phone_message where unit_id = :unit order by id desc offset :kept limit 1)
                        """).param("unit", unitId).param("kept", KEPT).update();
    }

    @Transactional(readOnly = true)
    List<TakenMessage> latest(String unitId) {
        return db.sql("""
                        select system, at, call_id, last_digits, reported, outcome from phone_message
                        where unit_id = :unit order by id desc limit :kept
                        """)
                .param("unit", unitId)
                .param("kept", KEPT)
                .query(TakenMessage.class)
                .list();
    }
}
