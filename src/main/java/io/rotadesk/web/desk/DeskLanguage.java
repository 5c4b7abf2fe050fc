package io.rotadesk.web.desk;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * The language of a page: the one that the person chose with {@code ?lang=zh} or {@code ?lang=en} (kept in a cookie for
 * a year), else the first of the browser's languages that we speak, else that of the installation ({@code
 * rotadesk.locale}).
 */
@Configuration(proxyBeanMethods = false)
class DeskLanguage implements WebMvcConfigurer {

    static final String PARAMETER = "lang";

    private static final List<String> SPOKEN = List.of("zh", "en");

    @Bean
    LocaleResolver localeResolver(@Value("${rotadesk.locale:zh}") Locale installation) {
        var resolver = new CookieLocaleResolver("rotadesk-lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> request.getHeader("Accept-Language") == null
                ? installation
                : Collections.list(request.getLocales()).stream()
                        .filter(locale -> SPOKEN.contains(locale.getLanguage()))
                        .findFirst()
                        .orElse(installation));
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var change = new LocaleChangeInterceptor();
        change.setParamName(PARAMETER);
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }
}
