package io.rotadesk.leasing.dispute.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rotadesk.engine.RefusedException;
import io.rotadesk.leasing.customer.ContactKind;
import io.rotadesk.leasing.customer.Customer;
import io.rotadesk.leasing.dispute.ClaimResult;
import io.rotadesk.leasing.dispute.ClaimResult.Refusal;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An agent who claims a customer may name anybody by phone number, but by id only customers whom they know. */
@Tag("L3.2e")
class ReferencesTest extends DisputeScenario {

    @Autowired
    JdbcClient db;

    @Test
    void aColleaguesCustomerIsNotFoundByCountingNumbers() {
        String number = "" + customer.id();
        ClaimResult nobody = claim("999999999");
        assertThat(nobody.refusal()).isEqualTo(Refusal.UNKNOWN);
        for (String spelling : List.of(
                number,
                " " + number + " ",
                "0" + number,
                "000000" + number,
                "#" + number,
                "1#" + number,
                "+" + number)) {
            assertThat(claim(spelling)).as("'" + spelling + "'").isEqualTo(nobody);
        }
        assertThatThrownBy(() -> fromTasklist(claimant, number))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("没有这位客户");
        assertThat(disputes.of(customer.id())).isEmpty();
    }

    @Test
    void anAgentWhoHasSpokenToTheCustomerMayUseTheId() {
        db.sql("""
                        insert into call_register (unit_id, call_id, source, state, received_at, customer_id, agent)
                        values (?, ?, 'PHONE_SYSTEM', 'REGISTERED', now(), ?, ?)
                        """)
                .params(department.id(), "met-" + customer.id(), customer.id(), claimant)
                .update();
        assertThat(claim("" + customer.id()).isRefused()).isFalse();
    }

    @Test
    void anotherCustomersPhoneDoesNotOpenANumber() {
        String other = "+861370000" + numbers.incrementAndGet();
        customers.add(department.id(), "欧阳别", other, claimant, ContactKind.VISIT, clock.instant());
        assertThat(claim(other + "#" + customer.id()).refusal()).isEqualTo(Refusal.UNKNOWN);
        Customer elsewhere =
                customers.add(founder.found().id(), "欧阳远", phone, "somebody", ContactKind.VISIT, clock.instant());
        assertThat(claim(phone + "#" + elsewhere.id()).refusal()).isEqualTo(Refusal.UNKNOWN);
        assertThat(claim(phone + "#" + customer.id()).isRefused()).isFalse();
    }

    @Test
    void aManagerWhoServesNobodyClaimsNobody() {
        for (String leader : List.of(department.manager(), department.deputy())) {
            assertThat(disputes.claim(department.id(), leader, phone, REASON).refusal())
                    .as(leader)
                    .isEqualTo(Refusal.NOT_ON_ROSTER);
        }
    }

    private ClaimResult claim(String typed) {
        return disputes.claim(department.id(), claimant, typed, REASON);
    }
}
