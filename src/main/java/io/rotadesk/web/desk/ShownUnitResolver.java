package io.rotadesk.web.desk;

import io.rotadesk.access.SignedInUser;
import io.rotadesk.staff.unit.Unit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Fills in parameters marked {@link ShownUnit}, and remembers a choice made with {@code ?unit=}. */
@Component
class ShownUnitResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final UnitChoice choice;

    ShownUnitResolver(UnitChoice choice) {
        this.choice = choice;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(ShownUnit.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            ModelAndViewContainer page,
            NativeWebRequest webRequest,
            WebDataBinderFactory binders) {
        var request = webRequest.getNativeRequest(HttpServletRequest.class);
        SignedInUser user = user(request);
        Optional<Unit> shown = choice.shown(user, request);
        boolean optional = parameter.getParameterType() == Optional.class;
        if (optional && shown.isEmpty()) {
            return shown;
        }
        Unit unit = shown.orElseThrow(() -> new NoUnitException(user));
        DeskFrameAdvice.requirePage(unit, request);
        if (request.getParameter(UnitChoice.PARAMETER) != null) {
            webRequest
                    .getNativeResponse(HttpServletResponse.class)
                    .addHeader(HttpHeaders.SET_COOKIE, cookie(unit, request).toString());
        }
        return optional ? shown : unit;
    }

    static SignedInUser user(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication login
                        && login.getPrincipal() instanceof SignedInUser user
                ? user
                : null;
    }

    private static ResponseCookie cookie(Unit unit, HttpServletRequest request) {
        return ResponseCookie.from(UnitChoice.COOKIE, unit.id())
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
    }
}
