package io.rotadesk.web.desk.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.Statements;
import io.rotadesk.leasing.call.CallKey;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customers;
import io.rotadesk.leasing.dispute.Disputes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The home page asks the database as often for many things as for one of each. */
class HomeCostTest extends HomeScenario {

    /** With one of each on the page. */
    private static final int STATEMENTS = 25;

    @Autowired
    Customers customers;

    @Autowired
    Disputes disputes;

    @Test
    void manyThingsCostAsManyStatementsAsOne() {
        happens(1);
        assertThat(manager.get("/desk").text())
                .contains("需要您处理 7", "来电无人接听", "客人等候太久", "还没有来见", "提问", "都说是自己的客户", "还没有填写来电登记表", "提醒过");
        List<String> few = statements();

        inAnotherDepartment();
        happens(3);
        assertThat(manager.get("/desk").text()).contains("需要您处理 21");
        List<String> many = statements();

        assertThat(many).containsExactlyElementsOf(few).hasSizeBetween(STATEMENTS - 3, STATEMENTS + 3);
    }

    private void inAnotherDepartment() {
        aMonday();
    }

    private List<String> statements() {
        manager.get("/desk/home/part?unit=" + department.unit);
        return Statements.during(() -> manager.get("/desk/home/part?unit=" + department.unit));
    }

    /** @param times how often, at most 3: each time by other agents */
    private void happens(int times) {
        List<CallKey> registers = new ArrayList<>();
        for (int place = 1; place <= times; place++) {
            everybodyIsBusy();
            presence.present(department.login("A", place));
            registers.add(aRegisterIsOpen());
            presence.present(department.login("B", place));
            comesToAnAppointment("何先生", "1380000006" + place);
        }
        everybodyIsBusy();
        for (int place = 1; place <= times; place++) {
            nobodyTakes();
            comes("林女士");
            escalations.raise(
                    department.unit,
                    department.login("A", place),
                    registers.get(place - 1).contact(),
                    "能不能转租？");
            aDispute("1380000010" + place);
        }
        clock.forward(Duration.ofHours(1));
        registers.forEach(call -> remind(manager, taskOf(call)));
    }

    private void aDispute(String number) {
        customers.add(
                department.unit, "吕先生", "+86" + number, department.login("A", 1), ContactKind.CALL, clock.instant());
        disputes.claim(department.unit, department.login("A", 2), number, "先接待的");
    }
}
