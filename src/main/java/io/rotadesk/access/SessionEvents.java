package io.rotadesk.access;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.session.HttpSessionEventPublisher;

/** Lets Spring Security count the sessions of each login: somebody who logs in once more ends their oldest one. */
@Configuration(proxyBeanMethods = false)
class SessionEvents {

    /** A desk, a telephone, some screens on the wall. */
    static final int OF_ONE_LOGIN = 10;

    @Bean
    HttpSessionEventPublisher httpSessionEventPublisher() {
        return new HttpSessionEventPublisher();
    }
}
