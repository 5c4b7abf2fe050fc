package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.camunda.bpm.engine.impl.digest.Sha512HashDigest;
import org.camunda.bpm.engine.impl.digest.ShaHashDigest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords are hashed, checked and rehashed. */
class PasswordHashTest extends AccessTest {

    private static final String SALT = "c2FsdHNhbHRzYWx0c2FsdA==";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineUsers users;

    @Test
    void passwordIsKeptWithBcrypt() {
        assertThat(kept(person(unique("unit"), Role.AGENT))).startsWith("{bcrypt-sha384}$2a$");
    }

    @Test
    void costOfAnInstallationIsTenAndAHigherOneIsTakenAtTheNextLogin() {
        PasswordHash usual = new PasswordHash(10);
        String kept = "{bcrypt-sha384}" + usual.encrypt(PASSWORD);
        assertThat(kept).contains("$10$");
        assertThat(usual.isOutdated(kept)).isFalse();
        assertThat(new PasswordHash(11).isOutdated(kept)).isTrue();
        assertThat(new PasswordHash(4).isOutdated(kept)).isFalse();
        assertThat(usual.isOutdated("{SHA-512}abc")).isTrue();
    }

    @Test
    void oldHashBecomesANewOneAtAnyWayIn() {
        hashIsRenewedAfter(login -> assertThat(browser().login(login, PASSWORD)).endsWith("/"));
        hashIsRenewedAfter(login ->
                assertThat(get(login, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK));
        hashIsRenewedAfter(login ->
                assertThat(get(login, "/api/units/none/tokens").getStatusCode()).isNotEqualTo(HttpStatus.UNAUTHORIZED));
        hashIsRenewedAfter(login ->
                assertThat(get(login, "/actuator/metrics").getStatusCode()).isNotEqualTo(HttpStatus.UNAUTHORIZED));
    }

    private void hashIsRenewedAfter(Consumer<String> way) {
        for (String old : new String[] {
            "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + SALT),
            "{SHA}" + new ShaHashDigest().encrypt(PASSWORD + SALT)
        }) {
            String login = person(unique("unit"), Role.AGENT);
            int epoch = states.of(login).epoch();
            keep(login, old);
            way.accept(login);
            assertThat(kept(login)).startsWith("{bcrypt-sha384}");
            assertThat(get(login, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.OK);
            assertThat(states.of(login).epoch()).as("no session ends").isEqualTo(epoch);
        }
    }

    @Test
    void wrongPasswordLeavesAnOldHashAsItIs() {
        String login = person(unique("unit"), Role.AGENT);
        String old = "{SHA-512}" + new Sha512HashDigest().encrypt(PASSWORD + SALT);
        keep(login, old);
        assertThat(browser().login(login, PASSWORD + "!")).endsWith("?wrong");
        assertThat(kept(login)).isEqualTo(old);
    }

    @Test
    void longPasswordIsNotCut() {
        for (String begin :
                new String[] {"korrekt-pferd-batterie-".repeat(5), "马电池订书钉".repeat(9), "p\u00e9re-".repeat(24)}) {
            String login = person(unique("unit"), Role.AGENT);
            users.setPassword(login, begin + "a");
            assertThat(users.passwordMatches(login, begin + "a")).isTrue();
            assertThat(users.passwordMatches(login, begin + "b")).isFalse();
            assertThat(users.passwordMatches(login, begin)).isFalse();
        }
        String login = person(unique("unit"), Role.AGENT);
        users.setPassword(login, "vor\0nach-dem-ende");
        assertThat(users.passwordMatches(login, "vor\0etwas anderes")).isFalse();
    }

    @Test
    void rightPasswordIsRememberedUntilItIsChanged() {
        String login = person(unique("unit"), Role.AGENT);
        assertThat(users.remembers(login, PASSWORD)).isFalse();
        get(login, "/engine-rest/task");
        assertThat(users.remembers(login, PASSWORD)).isTrue();
        assertThat(users.remembers(login, PASSWORD + " ")).isFalse();
        accounts.changeOwnPassword(login, PASSWORD, "ganz-anderes-wort");
        assertThat(users.remembers(login, PASSWORD)).isFalse();
        assertThat(get(login, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void rememberedPasswordOpensNoClosedAccount() {
        String login = person(unique("unit"), Role.AGENT);
        get(login, "/engine-rest/task");
        accounts.close(login);
        assertThat(get(login, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void aPersonWithoutAPasswordCannotLogIn() {
        String login = unique("new");
        accounts.save(new Account(login, "新人", java.util.Set.of(Role.AGENT), unique("unit")));
        assertThat(kept(login)).isNull();
        assertThat(browser().login(login, "null")).endsWith("?wrong");
        assertThat(users.passwordMatches(login, "")).isFalse();
    }

    private String kept(String login) {
        return jdbc.sql("select pwd_ from act_id_user where id_ = ?")
                .param(login)
                .query((row, nr) -> java.util.Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }

    private void keep(String login, String hash) {
        jdbc.sql("update act_id_user set pwd_ = ?, salt_ = ? where id_ = ?")
                .params(hash, SALT, login)
                .update();
    }
}
