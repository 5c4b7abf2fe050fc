package io.rotadesk.web.desk.matters;

import io.rotadesk.petition.matter.OpenMatters.Counts;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** A number on the board of open matters, and the list of matters that it counts. */
enum BoardColumn {
    OPEN(Counts::open),
    SOON(Counts::soon),
    OVERDUE(Counts::overdue),
    /** Registered more than {@link #OLDER_DAYS} days ago, and no more than {@link #OLDEST_DAYS}. */
    OLDER(Counts::older),
    /** Registered more than {@link #OLDEST_DAYS} days ago. */
    OLDEST(Counts::oldest),
    LARGE(Counts::largeScale),
    URGED(Counts::urged);

    static final int OLDER_DAYS = 30;
    static final int OLDEST_DAYS = 60;

    private final ToIntFunction<Counts> figure;

    BoardColumn(ToIntFunction<Counts> figure) {
        this.figure = figure;
    }

    /** The name in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int of(Counts counts) {
        return figure.applyAsInt(counts);
    }

    /**
     * The search for the matters that are counted here.
     *
     * @param of null for all units
     * @param responsible null for everybody
     * @param category null for any
     * @param today in the unit's time zone
     */
    MatterQuery query(String of, String responsible, String category, LocalDate today) {
        return new MatterQuery(
                of,
                true,
                null,
                responsible,
                MatterQuery.OPEN,
                category,
                false,
                this == OVERDUE ? MatterQuery.LATE : this == SOON ? MatterQuery.WEEK : null,
                this == LARGE,
                this == URGED,
                MatterQuery.BY_DEADLINE,
                this == OLDER ? today.minusDays(OLDEST_DAYS) : null,
                this == OLDER
                        ? today.minusDays(OLDER_DAYS + 1L)
                        : this == OLDEST ? today.minusDays(OLDEST_DAYS + 1L) : null,
                null);
    }
}
