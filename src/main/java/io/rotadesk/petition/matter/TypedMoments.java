package io.rotadesk.petition.matter;

import io.rotadesk.staff.unit.UnitClock;
import io.rotadesk.staff.unit.Units;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Judges the moments that people type into a form: each comes after what must have happened first, and what has happened is not
 * later than now (P4, P5). People type minutes, so seconds do not count.
 */
@Component
class TypedMoments {

    /**
     * What must have happened first.
     *
     * @param key its end of the key {@code moment.before.…} in the bundle {@code i18n/matter}
     */
    record First(String key, Instant at) {}

    private final MatterRounds rounds;
    private final Units units;
    private final Clock clock;

    TypedMoments(MatterRounds rounds, Units units, Clock clock) {
        this.rounds = rounds;
        this.units = units;
        this.clock = clock;
    }

    /**
     * @param typed when it happened
     * @param firsts may hold nulls
     * @throws MatterRefusal if it is missing, later than now, or before the latest of what must have happened first
     */
    void requireHappened(Matter matter, String field, Instant typed, First... firsts) {
        Required.given(field, typed);
        if (typed.isAfter(clock.instant())) {
            throw new MatterRefusal(field, "moment.future");
        }
        requireAfter(matter, field, typed, firsts);
    }

    /** @throws MatterRefusal if it is before the latest of what must happen first */
    void requireAfter(Matter matter, String field, Instant typed, First... firsts) {
        Stream.of(firsts)
                .filter(Objects::nonNull)
                .max(Comparator.comparing(First::at))
                .filter(first -> typed.isBefore(first.at().truncatedTo(ChronoUnit.MINUTES)))
                .ifPresent(first -> {
                    throw new MatterRefusal(
                            field,
                            "moment.before." + first.key(),
                            units.get(matter.unitId()).clock().dayAndTime(first.at()));
                });
    }

    /**
     * When the petitioner came: at the registration, or with the day of an appointment; and once it was reopened, when they came
     * again with it.
     */
    First visit(Matter matter) {
        UnitClock clockOfUnit = units.get(matter.unitId()).clock();
        Instant received = matter.reopenedAt() != null ? matter.reopenedAt() : matter.receivedAt();
        Instant began = matter.reopenedAt() == null
                ? matter.openedAt()
                : rounds.lastClosedAt(matter.id()).orElse(matter.openedAt());
        if (received == null) {
            return new First("visit", began);
        }
        Instant day = clockOfUnit.day(received).atStartOfDay(clockOfUnit.zone()).toInstant();
        return new First("visit", day.isAfter(began) ? day : began);
    }
}
