package io.rotadesk.access;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The filters before the chains of {@link SecurityChains}. */
@Configuration(proxyBeanMethods = false)
class FrontConfiguration {

    /** Runs before the filters of Camunda and Spring, which fail on odd paths. */
    @Bean
    FilterRegistrationBean<FrontFilter> frontFilter(Refusals refusals) {
        var first = new FilterRegistrationBean<>(new FrontFilter(refusals));
        first.setDispatcherTypes(DispatcherType.REQUEST);
        first.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return first;
    }

    @Bean
    ServletListenerRegistrationBean<AnonymousSessions> anonymousSessions(ServerProperties server) {
        return new ServletListenerRegistrationBean<>(
                new AnonymousSessions(server.getServlet().getSession().getTimeout(), AnonymousSessions.MOST));
    }
}
