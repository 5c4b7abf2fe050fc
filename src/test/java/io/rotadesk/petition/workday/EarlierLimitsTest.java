package io.rotadesk.petition.workday;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Limits and deadlines of earlier versions after the upgrade; each test undoes what it has migrated (P4). */
@RotaDeskTest
@Tag("P4")
class EarlierLimitsTest {

    @Autowired
    ReceptionPoint.Founder receptions;

    @Autowired
    PetitionSettingsStore settings;

    @Autowired
    JdbcTemplate db;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aUnitThatIsThereKeepsItsLimitsUntilItChangesThem() {
        String town = receptions.found(null, 1).id();
        String village = receptions.found(town, 1).id();
        String own = receptions.found(town, 1).id();
        undone(migrate -> {
            db.update(
                    "insert into petition_settings values (?, cast(? as jsonb))",
                    own,
                    "{\"urgentHandleDays\": 7, \"ordinaryAcceptDays\": 10, \"recalls\": 2}");
            migrate.accept("V118__limit_kinds");
            PetitionSettings inherited = settings.of(village);
            assertThat(settings.source(village).unitId()).isEqualTo(town);
            assertThat(inherited.limit(Profile.ORDINARY, Step.ACCEPT)).isEqualTo(working(Step.ACCEPT, 15));
            assertThat(inherited.limit(Profile.ORDINARY, Step.HANDLE)).isEqualTo(working(Step.HANDLE, 60));
            assertThat(inherited.limit(Profile.SIMPLE, Step.HANDLE)).isEqualTo(working(Step.HANDLE, 15));
            PetitionSettings changed = settings.of(own);
            assertThat(changed.limit(Profile.ORDINARY, Step.ACCEPT)).isEqualTo(working(Step.ACCEPT, 10));
            assertThat(changed.limit(Profile.ORDINARY, Step.EXTEND)).isEqualTo(working(Step.EXTEND, 30));
            assertThat(changed.limit(Profile.SIMPLE, Step.HANDLE)).isEqualTo(working(Step.HANDLE, 7));
            assertThat(changed.limit(Profile.SIMPLE, Step.ACCEPT)).isEqualTo(working(Step.ACCEPT, 3));
            assertThat(changed.recalls()).isEqualTo(2);
        });
    }

    @Test
    void aDeadlineThatWasTheBeginningOfTheNextDayIsTheEndOfItsLastDay() {
        undone(migrate -> {
            db.update("""
                    insert into matter (id, number, root_unit_id, unit_id, received_by, opened_at, state, due_at, due_kind, profile)
                    values ('late-1', '2020-000001', 'nowhere', 'nowhere', 'nowhere', now(), 'PLANNED',
                            timestamptz '2026-04-10 16:00Z', 'HANDLE', 'ORDINARY')
                    """);
            db.update("""
                    insert into act_ru_task (id_, rev_, name_, task_def_key_, due_date_)
                    values ('late-1', 1, 'task', 'Task_HandleMatter', timestamp '2026-04-11 00:00'),
                           ('late-2', 1, 'task', 'Task_PickUpCall', timestamp '2026-04-11 00:00')
                    """);
            migrate.accept("V119__end_of_last_day");
            migrate.accept("V119__end_of_last_day");
            assertThat(db.queryForObject(
                            "select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') from matter where id = 'late-1'",
                            String.class))
                    .isEqualTo("2026-04-10 23:59:59");
            assertThat(db.queryForList(
                            "select to_char(due_date_, 'YYYY-MM-DD HH24:MI:SS') from act_ru_task where id_ like 'late-_' order by id_",
                            String.class))
                    .containsExactly("2026-04-10 23:59:59", "2026-04-11 00:00:00");
        });
    }

    private void undone(Consumer<Consumer<String>> scenario) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            scenario.accept(this::migrate);
        });
    }

    private void migrate(String migration) {
        try {
            // The migrations run with our schema first, which the search path has second.
            db.execute("set local search_path to rotadesk, public");
            db.execute(new ClassPathResource("db/migration/" + migration + ".sql")
                    .getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Limit working(Step step, int days) {
        return new Limit(step, days, DayKind.WORKING);
    }
}
