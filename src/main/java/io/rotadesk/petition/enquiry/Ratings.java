package io.rotadesk.petition.enquiry;

import io.rotadesk.petition.matter.Matter;
import io.rotadesk.petition.matter.MatterId;
import io.rotadesk.petition.matter.PetitionerErased;
import io.rotadesk.platform.register.RecordColumns;
import io.rotadesk.staff.erasing.FreeTexts;
import io.rotadesk.staff.unit.Units;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How petitioners rate the handling of their matters. The reason is in their own words, and is erased with them. */
@Repository
@Transactional
public class Ratings implements FreeTexts {

    private static final RowMapper<Rating> RATINGS = RecordColumns.of(Rating.class);

    private final JdbcClient db;
    private final Units units;
    private final Clock clock;

    Ratings(JdbcClient db, Units units, Clock clock) {
        this.db = db;
        this.units = units;
        this.clock = clock;
    }

    /** All ratings of a matter, one for each round, in order. */
    @Transactional(readOnly = true)
    public List<Rating> of(MatterId matterId) {
        return db.sql("select * from matter_rating where matter_id = ? order by round")
                .param(matterId.value())
                .query(RATINGS)
                .list();
    }

    /** The rating of one round. */
    @Transactional(readOnly = true)
    public Optional<Rating> of(MatterId matterId, int round) {
        return of(matterId).stream().filter(one -> one.round() == round).findFirst();
    }

    /**
     * The last day on which the matter can be rated, in its unit's time zone.
     *
     * @return empty if it cannot be rated now: not answered yet, rated already, or too late
     */
    Optional<LocalDate> openUntil(Matter matter) {
        Instant answered = matter.replyToldAt() != null ? matter.replyToldAt() : matter.closedAt();
        int days = units.get(matter.rootUnitId())
                .settings()
                .get(EnquirySettings.class)
                .ratingDays();
        if (answered == null || days == 0 || of(matter.id(), matter.reopened()).isPresent()) {
            return Optional.empty();
        }
        var time = units.get(matter.unitId()).clock();
        LocalDate last = time.day(answered).plusDays(days);
        return time.day(clock.instant()).isAfter(last) ? Optional.empty() : Optional.of(last);
    }

    /**
     * @param receivedBy the unit that received the petitioner in this round
     * @return empty if the round was rated meanwhile; then nothing changes
     */
    Optional<Rating> add(Matter matter, String receivedBy, Grade centre, Grade handling, String reason) {
        return db.sql("""
                        insert into matter_rating
                          (matter_id, round, centre_id, centre, unit_id, handling, reason, rated_at)
                        values (:matter, :round, :centreId, :centre, :unitId, :handling, :reason, :now)
                        on conflict (matter_id, round) do nothing returning *
                        """)
                .param("matter", matter.id().value())
                .param("round", matter.reopened())
                .param("centreId", receivedBy)
                .param("centre", centre.name())
                .param("unitId", matter.unitId())
                .param("handling", handling.name())
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .query(RATINGS)
                .optional();
    }

    /**
     * How these units were rated in a time; units that nobody rated are left out.
     *
     * @param to the end, which does not count
     */
    @Transactional(readOnly = true)
    public List<UnitRating> given(Collection<String> unitIds, Instant from, Instant to) {
        return db.sql("""
                        select unit_id, about, count(*) filter (where grade = 'SATISFIED') as satisfied,
                          count(*) filter (where grade = 'FAIRLY') as fairly,
                          count(*) filter (where grade = 'DISSATISFIED') as dissatisfied
                        from (
                          select centre_id as unit_id, 'CENTRE' as about, centre as grade from matter_rating
                          where centre_id = any (:units) and rated_at >= :from and rated_at < :to
                          union all
                          select unit_id, 'HANDLING', handling from matter_rating
                          where unit_id = any (:units) and rated_at >= :from and rated_at < :to) rated
                        group by unit_id, about
                        """)
                .param("units", unitIds.toArray(String[]::new))
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(UnitRating.class)
                .list();
    }

    @EventListener
    void erased(PetitionerErased erased) {
        db.sql("update matter_rating set reason = null where matter_id = any (?)")
                .param(erased.matterIds().stream().map(MatterId::value).toArray(String[]::new))
                .update();
    }

    @Override
    public String tableOfTexts() {
        return "matter_rating";
    }

    @Override
    public List<String> columnsOfTexts() {
        return List.of("reason");
    }

    @Override
    public String ofUnits() {
        return "(unit_id = any (:units) or centre_id = any (:units))";
    }
}
