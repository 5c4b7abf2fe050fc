package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;

/** Accounts follow the roster. */
class RosterAccountsTest extends AccessTest {

    @Autowired
    Units units;

    @Autowired
    Roster roster;

    private String unit;
    private String first;
    private String second;
    private String boss;

    @BeforeEach
    void unit() {
        unit = unique("unit");
        first = unique("anna");
        second = unique("bert");
        boss = unique("chef");
        save(List.of(boss), List.of());
        load(first + ",王芳,13800000001,801,A,1,no", second + ",李强,13800000002,802,B,1,no");
    }

    @Test
    void everybodyOnTheRosterHasAnAccountInTheUnitAndNoKnownPassword() {
        assertThat(accounts.find(first)).hasValueSatisfying(user -> {
            assertThat(user.displayName()).isEqualTo("王芳");
            assertThat(user.roles()).containsExactly(Role.AGENT);
            assertThat(user.units()).containsExactly(unit);
        });
        assertThat(accounts.find(boss))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly(Role.MANAGER));
        assertThat(http.withBasicAuth(first, "demo")
                        .getForEntity("/engine-rest/task", String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aLeaverIsLockedOutAndAPersonWhoComesBackIsNot() {
        accounts.acceptInvitation(accounts.invite(second).replaceAll(".*/", ""), PASSWORD);
        assertThat(get(second, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
        roster.left(second);
        assertThat(get(second, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        load(first + ",王芳,13800000001,801,A,1,no", second + ",李强,13800000002,802,B,1,no");
        assertThat(get(second, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void leaderWhoIsReplacedLosesTheRole() {
        String deputy = unique("vize");
        save(List.of(first), List.of(deputy));
        assertThat(accounts.find(first))
                .hasValueSatisfying(
                        user -> assertThat(user.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.MANAGER));
        assertThat(accounts.find(deputy))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly(Role.DEPUTY));
        assertThat(states.of(boss).closed()).isTrue();
        save(List.of(boss), List.of());
        assertThat(accounts.find(first))
                .hasValueSatisfying(user -> assertThat(user.roles()).containsExactly(Role.AGENT));
        assertThat(states.of(boss).closed()).isFalse();
    }

    @Test
    void roleThatAnAdministratorGaveStays() {
        accounts.save(new Account(first, "王芳", Set.of(Role.AGENT, Role.PROCESS_OWNER), unit));
        load(first + ",王芳芳,13800000001,801,A,1,no", second + ",李强,13800000002,802,B,1,no");
        assertThat(accounts.find(first)).hasValueSatisfying(user -> {
            assertThat(user.displayName()).isEqualTo("王芳芳");
            assertThat(user.roles()).containsExactlyInAnyOrder(Role.AGENT, Role.PROCESS_OWNER);
        });
    }

    private void save(List<String> managers, List<String> deputies) {
        units.save(new Unit(unit, "招商部", "广安世纪", null, managers, deputies, null));
    }

    private void load(String... rows) {
        var load = roster.load(unit, "login,name,mobile,extension,team,place,left\n" + String.join("\n", rows));
        assertThat(load.errors()).isEmpty();
    }
}
