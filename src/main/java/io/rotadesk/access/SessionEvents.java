package io.rotadesk.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Lets Spring Security count the sessions of each login: beyond the limit, a new login ends the oldest session. */
@Configuration(proxyBeanMethods = false)
class SessionEvents {

    /** Enough for a desk, a telephone and some screens on the wall. */
    static final int OF_ONE_LOGIN = 10;

    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }
}
