package io.rotadesk.staff.duty.morning.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.LeasingDepartment;
import io.rotadesk.ReceptionPoint;
import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.duty.morning.DutyNotice;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.TurnReason;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The morning of a petition reception point. */
@RotaDeskTest
class ReceptionDutyTest extends DutyScenario {

    @Autowired
    ReceptionPoint.Founder receptions;

    ReceptionPoint point;

    @BeforeEach
    void aReceptionPoint() {
        found(3);
    }

    @Test
    @Tag("P1")
    @Tag("P3")
    void theDayBeginsEverybodyLearnsTheirPlaceAndNobodyAsksAboutTeams() {
        assertThat(instances()).containsExactly(key(MONDAY));
        morning();
        assertThat(task()).isNull();
        DutyNotice second = notice(point.staff().get(1));
        assertThat(second.status()).isEqualTo(DutyNotice.Status.ON_DUTY);
        assertThat(second.petitionPlace()).isEqualTo(2);
        assertThat(second.callPlace()).isNull();
        assertThat(second.visitPlace()).isNull();
        assertThat(notices.today(unit(), point.leader())).isEmpty();
    }

    @Test
    @Tag("P1")
    void withNobodyHereTheLeaderDecidesInWordsOfTheReception() {
        point.staff().forEach(login -> presence.leave(login, MONDAY, MONDAY, "培训"));
        morning();
        assertThat(candidates(task())).containsExactly(point.leader());
        assertThat(options()).containsExactly("goOn", "close");
        assertThat(shown("problems") + shown("arrangement") + shown("otherwise"))
                .contains("信访接待", "接待员1")
                .doesNotContain("组", "来电", "经理", "接电");
        decide("close");
        assertThat(rota.offer(unit(), Queue.PETITION, Contact.ticket("closed" + unit()))
                        .nobody())
                .contains(TurnReason.CLOSED);
    }

    @Test
    @Tag("P1")
    void oneOfSeveralAloneIsAskedAboutAndAStaffOfOneIsNot() {
        point.staff().subList(1, 3).forEach(login -> presence.leave(login, MONDAY, MONDAY, "培训"));
        morning();
        assertThat(shown("problems")).contains("接待员1");
        found(1);
        morning();
        assertThat(task()).isNull();
        assertThat(notice(point.staff().get(0)).petitionPlace()).isEqualTo(1);
    }

    @Test
    @Tag("P1")
    void aPersonWhoJoinsDuringTheDayIsTakenInWhenTheLeaderSaysSo() {
        morning();
        rota.offer(unit(), Queue.PETITION, Contact.ticket("first" + unit()));
        String joined = point.leader().replace("leader", "new");
        assertThat(roster.load(unit(), "login,name\n" + joined + ",新来的\n").errors())
                .isEmpty();
        fireAll();
        assertThat(options()).containsExactly("goOn", "takeRoster", "close");
        decide("takeRoster");
        assertThat(orders.of(unit(), MONDAY, Queue.PETITION).members())
                .extracting("login")
                .endsWith(joined);
        fireAll();
        assertThat(notice(joined).petitionPlace()).isEqualTo(4);
    }

    /** Runs the work that the application does by itself after a change. */
    private void fireAll() {
        engine.getManagementService()
                .createJobQuery()
                .tenantIdIn(unit())
                .messages()
                .list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
    }

    private void found(int size) {
        point = receptions.found(null, size);
        department = new LeasingDepartment(point.id(), point.leader(), point.deputy(), List.of(), List.of());
    }
}
