package io.rotadesk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A test on the application as it runs for people: the real time, timers that fire by themselves, the demo department.
 * All such tests share one context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "rotadesk.demo=true",
            "server.shutdown=immediate",
            "rotadesk.line-sweep=24h",
            "rotadesk.page-beat=24h"
        })
@ExtendWith(NotOverMidnight.class)
public @interface RealTimeTest {}
