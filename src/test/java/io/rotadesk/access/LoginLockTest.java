package io.rotadesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.rotadesk.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Guessing is locked out, the right person is not, and every lock ends by itself. */
class LoginLockTest extends AccessTest {

    @Autowired
    EngineLogin door;

    @Autowired
    LoginTries tries;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String admin;

    @BeforeEach
    @AfterEach
    void nobodyHasGuessed() {
        jdbc.sql("delete from login_try").update();
    }

    @BeforeEach
    void administrator() {
        clock.set(TestClock.MONDAY_NINE);
        admin = person(null, Role.ADMINISTRATOR);
    }

    @Test
    void tenWrongFromOneAddressLockTheLoginThereAndNowhereElse() {
        guess(admin, "10.0.0.1", LoginTries.FROM_ONE_ADDRESS);
        clock.forward(Duration.ofMinutes(2));
        assertThat(enters(admin, "10.0.0.1")).isFalse();
        assertThat(enters(admin, "10.0.0.2")).isTrue();
        assertThat(enters(person(null, Role.AGENT), "10.0.0.1")).isTrue();
    }

    @Test
    void administratorsLockEndsByItselfHoweverOftenSomebodyTriesMeanwhile() {
        guess(admin, "10.0.0.1", LoginTries.FROM_ONE_ADDRESS);
        for (int minute = 0; minute < 14; minute++) {
            clock.forward(Duration.ofMinutes(1));
            assertThat(enters(admin, "10.0.0.1")).isFalse();
        }
        clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        assertThat(enters(admin, "10.0.0.1")).isTrue();
    }

    @Test
    void theEngineItselfLocksNobody() {
        for (int i = 0; i < 12; i++) {
            assertThat(identity.checkPassword(admin, "geraten" + i)).isFalse();
        }
        assertThat(identity.checkPassword(admin, PASSWORD)).isTrue();
        jdbc.sql("update act_id_user set attempts_ = 10, lock_exp_time_ = now() + interval '1 day' where id_ = ?")
                .param(admin)
                .update();
        assertThat(enters(admin, "10.0.0.1")).as("locked by an earlier version").isTrue();
    }

    @Test
    void guessesFromManyAddressesShutOutStrangersOnly() {
        assertThat(enters(admin, "192.168.7.7")).isTrue();
        for (int i = 0; i < LoginTries.FROM_ALL_ADDRESSES; i++) {
            guess(admin, "10.1.0." + i, 1);
        }
        assertThat(enters(admin, "10.2.0.1")).as("a stranger's address").isFalse();
        assertThat(enters(admin, "192.168.7.7")).as("the usual desk").isTrue();
        clock.forward(LoginTries.LOCK.plusSeconds(1));
        assertThat(enters(admin, "10.2.0.1")).isTrue();
    }

    @Test
    void floodFromOneAddressIsShutOutAsAWhole() {
        assertThat(enters(admin, "10.3.0.1")).isTrue();
        String other = person(null, Role.AGENT);
        for (int i = 0; i < LoginTries.OF_ONE_ADDRESS; i++) {
            guess(unique("nobody"), "10.3.0.1", 1);
        }
        assertThat(enters(other, "10.3.0.1")).isFalse();
        assertThat(enters(other, "10.3.0.2")).isTrue();
        assertThat(enters(admin, "10.3.0.1"))
                .as("whoever works at that address")
                .isTrue();
    }

    @Test
    void addressesOfOneIpv6NetworkAreOneAddress() {
        for (int i = 1; i <= LoginTries.FROM_ONE_ADDRESS; i++) {
            guess(admin, "2001:db8:1:2::" + Integer.toHexString(i), 1);
            clock.forward(Duration.ofMinutes(1));
        }
        assertThat(enters(admin, "2001:db8:1:2:ffff::1")).isFalse();
        assertThat(enters(admin, "2001:db8:1:3::1")).isTrue();
    }

    @Test
    void hundredGuessesAtOnceAreNoMoreThanTen() throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(CompletableFuture.supplyAsync(() -> tries.begin(admin, new ClientAddress("10.4.0.1")), many));
        }
        long looked = answers.stream().filter(CompletableFuture::join).count();
        many.shutdown();
        assertThat(looked).isEqualTo(LoginTries.FROM_ONE_ADDRESS);
    }

    @Test
    void loginThatNobodyHasIsLockedLikeAnyOther() {
        String nobody = unique("nobody");
        guess(nobody, "10.5.0.1", LoginTries.FROM_ONE_ADDRESS);
        clock.forward(Duration.ofMinutes(2));
        assertThat(tries.mayTry(nobody, new ClientAddress("10.5.0.1"))).isFalse();
        assertThat(browser().login(nobody, PASSWORD)).endsWith("/login?wrong");
    }

    @Test
    void wrongOnesAreCountedAtEveryDoor() {
        for (int i = 0; i < 4; i++) {
            for (Runnable way : List.<Runnable>of(
                    () -> wrongBasic("/engine-rest/task"),
                    () -> wrongBasic("/api/units/none/tokens"),
                    () -> browser().login(admin, "falsch-geraten"))) {
                way.run();
                clock.forward(Duration.ofMinutes(1).plusSeconds(1));
            }
        }
        assertThat(get(admin, "/engine-rest/task").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(browser().login(admin, PASSWORD)).endsWith("?wrong");
    }

    @Test
    void rightPasswordIsNotWaitedForByWhoHadARightOneRemembered() {
        get(admin, "/engine-rest/task");
        for (int i = 0; i < LoginTries.FROM_ONE_ADDRESS; i++) {
            wrongBasic("/engine-rest/task");
            clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        }
        assertThat(get(admin, "/engine-rest/task").getStatusCode())
                .as("else one could guess on: a right guess would show")
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void waitGrowsWithEachWrongOne() {
        guess(admin, "10.6.0.1", 3);
        clock.forward(Duration.ofSeconds(11));
        assertThat(enters(admin, "10.6.0.1")).isFalse();
        clock.forward(Duration.ofSeconds(2));
        assertThat(enters(admin, "10.6.0.1")).isTrue();
        guess(admin, "10.6.0.1", 1);
        clock.forward(Duration.ofSeconds(4));
        assertThat(enters(admin, "10.6.0.1"))
                .as("counted from the start after a right one")
                .isTrue();
    }

    @Test
    void presentPasswordCannotBeGuessedInASession() {
        for (int i = 0; i < LoginTries.FROM_ONE_ADDRESS; i++) {
            assertThat(accounts.changeOwnPassword(admin, "geraten" + i, "ganz-anderes-wort"))
                    .isEmpty();
            clock.forward(Duration.ofMinutes(1).plusSeconds(1));
        }
        assertThat(accounts.changeOwnPassword(admin, PASSWORD, "ganz-anderes-wort"))
                .isEmpty();
        assertThat(enters(admin, "10.7.0.1"))
                .as("a lock of the session, not of the person")
                .isTrue();
        clock.forward(LoginTries.LOCK);
        assertThat(accounts.changeOwnPassword(admin, PASSWORD, "ganz-anderes-wort"))
                .isPresent();
    }

    @Test
    void administratorLetsSomebodyTryAgainAtOnce() {
        guess(admin, "10.8.0.1", LoginTries.FROM_ONE_ADDRESS);
        accounts.unlock(admin);
        assertThat(enters(admin, "10.8.0.1")).isTrue();
    }

    @Test
    void expiredTriesAreDeletedAndNoLoginIsKeptInClear() {
        for (int i = 0; i < 20; i++) {
            guess(unique("nobody"), "10.9.0." + i, 1);
        }
        assertThat(jdbc.sql("select count(*) from login_try where encode(login_hash, 'escape') like '%nobody%'")
                        .query(Long.class)
                        .single())
                .isZero();
        clock.forward(LoginTries.LOCK.plusSeconds(1));
        guess(unique("nobody"), "10.9.1.1", 1);
        assertThat(jdbc.sql("select count(*) from login_try").query(Long.class).single())
                .isEqualTo(3);
    }

    private void guess(String login, String address, int times) {
        for (int i = 0; i < times; i++) {
            ClientAddress from = ClientAddress.of(address);
            assertThat(tries.mayTry(login, from) || i > 0).isTrue();
            enter(login, "geraten-" + i, address);
            if (i < times - 1) {
                waitUntil(login, from);
            }
        }
    }

    /** Skips the wait between two guesses, which these tests are not about. */
    private void waitUntil(String login, ClientAddress from) {
        jdbc.sql("update login_try set waits_until = null where login_hash = ? and address = ?")
                .params(Secrets.hash(login), from.text())
                .update();
    }

    private boolean enters(String login, String address) {
        return enter(login, PASSWORD, address);
    }

    private boolean enter(String login, String password, String address) {
        var attempt = new UsernamePasswordAuthenticationToken(login, password);
        attempt.setDetails(new WebAuthenticationDetails(address, null));
        try {
            return door.authenticate(attempt).isAuthenticated();
        } catch (BadCredentialsException e) {
            return false;
        }
    }

    private void wrongBasic(String path) {
        var answer = http.withBasicAuth(admin, "falsch-geraten")
                .exchange(path, HttpMethod.GET, new HttpEntity<>(new HttpHeaders()), String.class);
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }
}
