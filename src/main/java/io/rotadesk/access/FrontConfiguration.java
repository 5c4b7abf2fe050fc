package io.rotadesk.access;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.LocaleResolver;

/** The filters before and behind the chains of {@link SecurityChains}. */
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

    /** Runs behind the chains: a file that a person may not read is refused before. */
    @Bean
    FilterRegistrationBean<KeptFiles> keptFiles() {
        var files = new FilterRegistrationBean<>(new KeptFiles());
        files.setDispatcherTypes(DispatcherType.REQUEST);
        files.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return files;
    }

    /** Runs before Camunda's filters, which write the page and its policy. */
    @Bean
    FilterRegistrationBean<EnginePage> enginePage() {
        var pages = new FilterRegistrationBean<>(new EnginePage());
        pages.setDispatcherTypes(DispatcherType.REQUEST);
        pages.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
        return pages;
    }

    /** The last one: Spring's filter for Jersey sets the language of the machine where the browser names none. */
    @Bean
    FilterRegistrationBean<ReadersLanguage> readersLanguage(LocaleResolver locales) {
        var language = new FilterRegistrationBean<>(new ReadersLanguage(locales));
        language.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        language.setOrder(Ordered.LOWEST_PRECEDENCE);
        return language;
    }

    @Bean
    ServletListenerRegistrationBean<AnonymousSessions> anonymousSessions(ServerProperties server) {
        return new ServletListenerRegistrationBean<>(
                new AnonymousSessions(server.getServlet().getSession().getTimeout(), AnonymousSessions.MOST));
    }
}
