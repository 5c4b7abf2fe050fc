package io.rotadesk.web.desk.tasks;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.duty.OpenPages;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Notes that somebody opens a page of the desk, before it is made: so it does not say that they are absent. Parts that a
 * page loads by itself do not count.
 */
@Component
class OpenedPages implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(OpenedPages.class);

    private final OpenPages pages;

    OpenedPages(OpenPages pages) {
        this.pages = pages;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk", "/desk/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login != null && login.getPrincipal() instanceof SignedInUser user && isPage(request)) {
            try {
                pages.opened(user.login());
            } catch (DataAccessException | TransactionException e) {
                log.warn("It could not be noted that somebody opened a page", e);
            }
        }
        return true;
    }

    private static boolean isPage(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return request.getDispatcherType() == DispatcherType.REQUEST
                && HttpMethod.GET.matches(request.getMethod())
                && accepted != null
                && accepted.contains(MediaType.TEXT_HTML_VALUE)
                && request.getHeader("HX-Request") == null
                && request.getHeader("X-Requested-With") == null;
    }
}
