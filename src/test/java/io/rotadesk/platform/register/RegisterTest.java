package io.rotadesk.platform.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RotaDeskTest
class RegisterTest {

    private static final Key KEY = new Key("unit", "one");
    private static final Thing NEW = new Thing(KEY, Kind.SMALL, new Seen(null, null), 1, true, null, null);

    enum Kind {
        SMALL,
        LARGE
    }

    record Key(String unitId, @Column("thing_id") String id) {}

    record Seen(
            @Column("seen_by") String by, @Column("seen_at") Instant at) {}

    record Thing(Key key, Kind kind, Seen seen, int times, boolean open, BigDecimal floorArea, LocalDate moveInDate) {}

    @Autowired
    JdbcClient db;

    @Autowired
    PlatformTransactionManager transactions;

    private Register<Key, Thing> things;

    @BeforeEach
    void table() {
        db.sql("""
                        create table thing (unit_id text, thing_id text, kind text not null, seen_by text,
                            seen_at timestamptz, times integer not null, open boolean not null, floor_area numeric,
                            move_in_date date, other text, primary key (unit_id, thing_id))
                        """).update();
        things = new Register<>(db, "thing", Thing.class, key -> new NoSuchElementException(key.toString()));
    }

    @AfterEach
    void noTable() {
        db.sql("drop table thing").update();
    }

    @Test
    void aRecordAndItsPartsLieFlatInTheRow() {
        Thing whole = new Thing(
                KEY,
                Kind.LARGE,
                new Seen("li", Instant.parse("2026-03-02T01:00:00Z")),
                3,
                false,
                new BigDecimal("120.5"),
                LocalDate.of(2026, 5, 1));
        assertThat(things.add(whole)).contains(whole);
        assertThat(things.get(KEY)).isEqualTo(whole);
    }

    @Test
    void aPartOfWhichNothingIsKnownIsThereAllTheSame() {
        things.add(NEW);
        assertThat(things.get(KEY)).isEqualTo(NEW);
    }

    @Test
    void aKeyStandsForOneRow() {
        things.add(NEW);
        assertThat(things.add(NEW)).isEmpty();
    }

    @Test
    void savesWhatDiffersAndLeavesTheRestToOthers() {
        things.add(NEW);
        Thing before = things.get(KEY);
        db.sql("update thing set times = 5").update();
        Thing after = things.save(before, Parts.replace(before, new Seen("li", null)));
        assertThat(after.seen().by()).isEqualTo("li");
        assertThat(after.times()).as("somebody else's change").isEqualTo(5);
    }

    @Test
    void aValueCanBeTakenAway() {
        things.add(Parts.replace(NEW, new Seen("li", Instant.EPOCH)));
        Thing before = things.get(KEY);
        assertThat(things.save(before, Parts.replace(before, new Seen(null, null)))
                        .seen())
                .isEqualTo(new Seen(null, null));
    }

    @Test
    void aSavedRowIsReadFromThenOn() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            things.add(NEW);
            Thing saved = things.save(NEW, Parts.replace(NEW, Kind.LARGE));
            assertThat(things.get(KEY)).isSameAs(saved);
        });
    }

    @Test
    void aRowThatIsHeldIsReadAnew() {
        things.add(NEW);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            things.get(KEY);
            db.sql("update thing set times = 5").update();
            assertThat(things.get(KEY).times()).isEqualTo(1);
            assertThat(things.hold(KEY)).map(Thing::times).contains(5);
        });
    }

    @Test
    void nothingIsWrittenWhenNothingDiffers() {
        assertThat(things.save(NEW, NEW)).as("there is not even such a row").isSameAs(NEW);
    }

    @Test
    void aRowThatIsNotThereIsSaid() {
        assertThatThrownBy(() -> things.get(KEY))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessageContaining("one");
        assertThatThrownBy(() -> things.save(NEW, Parts.replace(NEW, Kind.LARGE)))
                .isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aRowDoesNotBecomeAnother() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> things.save(NEW, Parts.replace(NEW, new Key("unit", "two"))));
    }

    @Test
    void aPartThatARowDoesNotHaveIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Parts.replace(NEW, "text"));
    }
}
