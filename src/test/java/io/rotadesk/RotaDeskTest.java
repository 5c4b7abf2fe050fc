package io.rotadesk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/**
 * A test on the whole application with the real database and the real deployment, no demo data, a clock that the test
 * sets, and timers that fire only when the test fires their jobs. All such tests share one context: make your own unit.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "rotadesk.demo=false",
            // A test fills a large table in one statement, which takes its time on a busy machine.
            "spring.datasource.hikari.data-source-properties.socketTimeout=60",
            // All contexts of a run share one database; each serves the lines of its own tests.
            "rotadesk.line-sweep=24h",
            // A page that is still open is noted when the test says so.
            "rotadesk.page-beat=24h",
            // Nothing is repaired before the test runs the sweep.
            "rotadesk.orphan-at-once=false",
            // Messages are sent when the test says so, to servers of its own.
            "rotadesk.notify.sends=false",
            "rotadesk.notify.allow-private=true",
            "rotadesk.notify.timeout=2s",
            "rotadesk.notify.sender=desk@example.org",
            "spring.mail.host=127.0.0.1"
        })
@Import(RotaDeskTest.Time.class)
public @interface RotaDeskTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Time {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }
}
