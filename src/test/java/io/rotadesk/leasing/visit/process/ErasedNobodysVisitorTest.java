package io.rotadesk.leasing.visit.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.TextColumns;
import io.rotadesk.engine.models.VisitReception;
import io.rotadesk.leasing.visit.Announcement;
import io.rotadesk.leasing.visit.Visit;
import io.rotadesk.leasing.visit.VisitKey;
import io.rotadesk.staff.erasing.ErasedPeople;
import io.rotadesk.staff.erasing.Person;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visitors who never became customers: announced at a kiosk, expected, gone again. */
class ErasedNobodysVisitorTest extends VisitScenario {

    private static final String NAME = "上官拂云";
    private static final String BY = "chefin";

    @Autowired
    ErasedPeople people;

    @Autowired
    JdbcClient db;

    @Test
    void visitorWithAnAppointmentIsErasedByNumber() {
        VisitKey key = expected("13987650401");
        assertThat(TextColumns.thatHold(db, NAME)).isNotEmpty();

        var erased = people.erase(new Person(department.id(), "+86 139 8765 0401", null), BY)
                .orElseThrow();

        assertThat(erased.records()).containsEntry("visits", 1);
        for (String words : List.of(NAME, "13987650401", "139 8765 0401")) {
            assertThat(TextColumns.thatHold(db, words)).as(words).isEmpty();
        }
        assertThat(visit(key).coming().appointmentAt())
                .as("the appointment stays")
                .isNotNull();
    }

    @Test
    void visitorWithANameOnlyIsErasedFromTheEntry() {
        VisitKey key = expected(null);
        people.erase(new Person(department.id(), null, key.contact()), BY).orElseThrow();
        assertThat(TextColumns.thatHold(db, NAME)).isEmpty();
    }

    @Test
    void visitorWhoIsBeingReceivedIsErasedAfterwards() {
        VisitKey key = announced(new Announcement(NAME, "13987650403", 1, null, null, null, null, Visit.VIEWING));
        taskAt(key, VisitReception.Task.GREET_VISITOR);
        assertThat(people.erase(new Person(department.id(), "13987650403", null), BY))
                .isEmpty();
        assertThat(people.erase(new Person(department.id(), null, key.contact()), BY))
                .isEmpty();
        assertThat(TextColumns.thatHold(db, NAME)).isNotEmpty();
        // Other tests look for the name as well.
        db.sql("update visit_register set visitor_name = null where visit_id = ?")
                .param(key.visitId())
                .update();
        runtime.deleteProcessInstance(instance(key).getId(), "over");
    }

    private VisitKey expected(String number) {
        return announced(new Announcement(
                NAME, number, 1, "某某公司", clock.instant().plus(Duration.ofDays(1)), null, null, Visit.VIEWING));
    }
}
