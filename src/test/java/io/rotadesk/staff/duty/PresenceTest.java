package io.rotadesk.staff.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.RotaDeskTest;
import io.rotadesk.staff.rota.Contact;
import io.rotadesk.staff.rota.DutyBoard;
import io.rotadesk.staff.rota.RotaScenario;
import io.rotadesk.staff.unit.Queue;
import io.rotadesk.staff.unit.RosterRefusal;
import io.rotadesk.staff.unit.TurnReason;
import java.util.List;
import org.junit.jupiter.api.Test;

@RotaDeskTest
class PresenceTest extends RotaScenario {

    @Test
    void awayUntilBack() {
        String login = unit.login("a1");
        presence.away(login, "看牙");
        presence.away(login, "看牙,晚些回来");
        assertThat(presence.awayNote(login)).contains("看牙,晚些回来");
        nextDay();
        assertThat(rota.isFree(login)).isFalse();
        presence.present(login);
        assertThat(presence.awayNote(login)).isEmpty();
        assertThat(rota.isFree(login)).isTrue();
    }

    @Test
    void leaveCountsItsFirstAndItsLastDay() {
        String login = unit.login("a1");
        presence.leave(login, MONDAY.plusDays(1), MONDAY.plusDays(2), "年假");
        boolean[] free = new boolean[4];
        for (int day = 0; day < 4; day++) {
            free[day] = rota.isFree(login);
            nextDay();
        }
        assertThat(free).containsExactly(true, false, false, true);
    }

    @Test
    void leaveCanBeChangedAndTakenBack() {
        String login = unit.login("a1");
        presence.leave(login, MONDAY, MONDAY.plusDays(5), "");
        presence.leave(login, MONDAY.plusDays(1), MONDAY.plusDays(2), "改期");
        assertThat(presence.leaves(login, MONDAY))
                .containsExactly(new Presence.Leave(login, MONDAY.plusDays(1), MONDAY.plusDays(2), "改期"));
        presence.cancelLeave(login, MONDAY.plusDays(1));
        assertThat(presence.leaves(login, MONDAY)).isEmpty();
        assertThatThrownBy(() -> presence.leave(login, MONDAY, MONDAY.minusDays(1), ""))
                .isInstanceOf(RosterRefusal.class);
    }

    @Test
    void strangerIsNotFree() {
        assertThat(rota.isFree("stranger")).isFalse();
        assertThat(rota.servingNow("stranger")).isEmpty();
    }

    @Test
    void anAgentWhoGoesAwayWithACallInHandKeepsItAndIsAwayAfterwards() {
        Contact call = call();
        assertThat(offer(call)).isEqualTo("a1");
        String login = unit.login("a1");
        presence.away(login, "午饭");

        assertThat(rota.servingNow(login)).contains(call);
        assertThat(seat(login).unavailable()).isEqualTo(TurnReason.SERVING);
        assertThat(seat(login).afterwards()).isEqualTo(TurnReason.AWAY);
        assertThat(rota.taken(call, login)).isTrue();
        assertThat(List.of(offer(call()), offer(call()), offer(call()))).containsExactly("a2", "a3", "a4");

        rota.finished(call, login);

        assertThat(seat(login).unavailable()).isEqualTo(TurnReason.AWAY);
        assertThat(seat(login).afterwards()).isNull();
        assertThat(rota.offer(unit.id(), Queue.CALL, call()).turn()).isEmpty();
        presence.present(login);
        assertThat(offer(call())).isEqualTo("a1");
    }

    @Test
    void leaveThatBeginsTodayTakesEffectAfterTheContactInHand() {
        Contact call = call();
        offer(call);
        String login = unit.login("a1");
        presence.leave(login, MONDAY, MONDAY, "");
        assertThat(seat(login).afterwards()).isEqualTo(TurnReason.ON_LEAVE);
        rota.finished(call, login);
        assertThat(seat(login).unavailable()).isEqualTo(TurnReason.ON_LEAVE);
    }

    private DutyBoard.Seat seat(String login) {
        return rota.today(unit.id()).queues().get(Queue.CALL).order().stream()
                .filter(seat -> seat.agent().login().equals(login))
                .findFirst()
                .orElseThrow();
    }
}
