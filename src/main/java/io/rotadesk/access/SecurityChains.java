package io.rotadesk.access;

import io.rotadesk.access.Refusals.Reason;
import jakarta.servlet.DispatcherType;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.Http403ForbiddenEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors, one chain each, and behind them a wall: a request that no chain names is refused. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableMethodSecurity
class SecurityChains {

    private static final String ADMINISTRATOR = Role.ADMINISTRATOR.name();

    /** The two addresses that petitioners use without a login. */
    static final String PUBLIC_PAGE = "/public/matters";

    static final String PUBLIC_RATING = "/public/matters/rating";

    private static final String[] OPEN_PAGES = {AccountPages.LOGIN, AccountPages.INVITATION + "/*"};

    private final EngineLogin login;
    private final AccountStates states;
    private final Refusals refusals;
    private final PublicAddress address;
    private final AuthenticationEntryPoint askForLogin;
    private final AccessDeniedHandler refuse;

    SecurityChains(EngineLogin login, AccountStates states, Refusals refusals, PublicAddress address) {
        this.address = address;
        this.login = login;
        this.states = states;
        this.refusals = refusals;
        this.askForLogin = (request, response, reason) -> refusals.unauthorized(
                request,
                response,
                reason instanceof BadCredentialsException ? Reason.WRONG_LOGIN : Reason.NOT_LOGGED_IN,
                true);
        this.refuse = (request, response, reason) -> refusals.forbidden(
                request,
                response,
                request.getRequestURI().endsWith("/credentials")
                                || request.getRequestURI().endsWith("/user/create")
                        ? Reason.PASSWORDS_ELSEWHERE
                        : Reason.FORBIDDEN);
    }

    /** The engine's REST API, for machines and Camunda Modeler: a login with every request, no session. */
    @Bean
    @Order(1)
    SecurityFilterChain engineRest(HttpSecurity http, IdentityService identity) throws Exception {
        return stateless(http, "/engine-rest/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().access(new EngineRestRules()))
                .addFilterAfter(new EngineRestLogin(identity), AuthorizationFilter.class)
                .build();
    }

    /**
     * Our REST API: the token of a phone system or kiosk is valid for calls and visits of its own unit; everything else
     * is for administrators.
     */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens) throws Exception {
        return stateless(http, "/api/**")
                .addFilterBefore(new PhoneTokenFilter(tokens, refusals), BasicAuthenticationFilter.class)
                // An answer that had to wait was allowed when it was asked for.
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FullPath.of(
                                HttpMethod.POST,
                                "/api/units/{unit}/call-list",
                                "/api/units/{unit}/calls",
                                "/api/units/{unit}/calls/events",
                                "/api/units/{unit}/calls/{call}/events",
                                "/api/units/{unit}/phone/{system}"))
                        .access(new PhoneOfUnit())
                        .requestMatchers(FullPath.of(HttpMethod.POST, PhoneTokenFilter.ADDRESS))
                        .hasAuthority(PhoneSystem.AUTHORITY)
                        .requestMatchers(FullPath.of(
                                HttpMethod.GET,
                                "/api/units/{unit}/calls",
                                "/api/units/{unit}/calls/{call}",
                                "/api/units/{unit}/duty"))
                        .access(new PhoneOfUnit())
                        .requestMatchers(FullPath.of(
                                "/api/units/{unit}/free-times",
                                "/api/units/{unit}/petitioners",
                                "/api/units/{unit}/petitioners/{petitioner}",
                                "/api/units/{unit}/petitioners/{petitioner}/appointment",
                                "/api/units/{unit}/petitioners/{petitioner}/events",
                                "/api/units/{unit}/visits",
                                "/api/units/{unit}/visits/{visit}",
                                "/api/units/{unit}/visits/{visit}/appointment",
                                "/api/units/{unit}/visits/{visit}/events",
                                "/api/units/{unit}/waiting-line"))
                        .access(new PhoneOfUnit())
                        .requestMatchers(FullPath.of(HttpMethod.GET, "/api/openapi.json"))
                        .authenticated()
                        .anyRequest()
                        .hasRole(ADMINISTRATOR))
                .build();
    }

    /** Everybody may ask for health; metrics are for administrators. */
    @Bean
    @Order(3)
    SecurityFilterChain actuator(HttpSecurity http) throws Exception {
        return stateless(http, "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                FullPath.of(HttpMethod.GET, "/actuator/health", "/actuator/health/**"))
                        .permitAll()
                        .anyRequest()
                        .hasRole(ADMINISTRATOR))
                .build();
    }

    /**
     * The pages for petitioners, without a login and without a session: what they may ask for is written here by name, and
     * anything else below this address is refused. There is nobody logged in whose rights a form of another site could use.
     */
    @Bean
    @Order(4)
    SecurityFilterChain publicPages(HttpSecurity http) throws Exception {
        return http.securityMatcher(FullPath.of("/public/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(frames -> frames.deny())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'none'; img-src 'self' data:; style-src 'self'; script-src 'self';"
                                        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow")))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(FullPath.of(HttpMethod.GET, PUBLIC_PAGE))
                                .permitAll()
                                .requestMatchers(FullPath.of(HttpMethod.HEAD, PUBLIC_PAGE))
                                .permitAll()
                                .requestMatchers(FullPath.of(HttpMethod.POST, PUBLIC_PAGE, PUBLIC_RATING))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .build();
    }

    /** The pages, and Camunda's web applications, with one login. */
    @Bean
    @Order(5)
    SecurityFilterChain pages(HttpSecurity http, ProcessEngine engine, InterruptedForms interrupted) throws Exception {
        var pageAfterLogin = new PageAfterLogin();
        var askForLoginPage = new LoginUrlAuthenticationEntryPoint(AccountPages.LOGIN);
        RequestMatcher script = request -> request.getServletPath().startsWith("/camunda/api/")
                || request.getHeader("HX-Request") != null
                || "XMLHttpRequest".equals(request.getHeader("X-Requested-With"));
        return http.securityMatcher(FullPath.of(
                        "/",
                        "/login",
                        "/logout",
                        "/error",
                        "/favicon.ico",
                        "/account/**",
                        "/desk",
                        "/desk/**",
                        "/webjars/**",
                        "/camunda",
                        "/camunda/**"))
                .authenticationProvider(login)
                .formLogin(form -> form.loginPage(AccountPages.LOGIN)
                        .failureUrl(AccountPages.LOGIN + "?wrong")
                        .successHandler(new AfterLogin(interrupted, pageAfterLogin)))
                .logout(logout -> logout.logoutSuccessUrl(AccountPages.LOGIN + "?left"))
                .sessionManagement(session ->
                        session.maximumSessions(SessionEvents.OF_ONE_LOGIN).expiredUrl(AccountPages.LOGIN))
                .requestCache(cache -> cache.requestCache(pageAfterLogin))
                // Camunda's web applications send a token of their own, which its filter checks.
                .csrf(csrf -> csrf.ignoringRequestMatchers(FullPath.of("/camunda/**")))
                .headers(headers -> headers.frameOptions(frames -> frames.sameOrigin())
                        .contentSecurityPolicy(policy -> policy.policyDirectives(
                                "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline';"
                                        + " object-src 'none'; base-uri 'self'; form-action 'self';"
                                        + " frame-ancestors 'self'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                (request, response, reason) -> {
                                    response.setHeader("HX-Redirect", request.getContextPath() + AccountPages.LOGIN);
                                    refusals.unauthorized(request, response, Reason.NOT_LOGGED_IN, false);
                                },
                                script)
                        .defaultAuthenticationEntryPointFor(askForLoginPage, request -> true)
                        .defaultAccessDeniedHandlerFor(refuse, script)
                        .defaultAccessDeniedHandlerFor(new LateForms(interrupted), request -> true))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(FullPath.of(OPEN_PAGES))
                        .permitAll()
                        .requestMatchers(StaticFiles.REQUESTED)
                        .permitAll()
                        // Only for dispatches after an error: a direct request has no error to show.
                        .requestMatchers(FullPath.of("/error"))
                        .denyAll()
                        // Creates an administrator for anybody who asks while there is none (CVE-2026-77226).
                        .requestMatchers(FullPath.of("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**"))
                        .denyAll()
                        // A login that bypasses ours and knows neither closed accounts nor first passwords.
                        .requestMatchers(FullPath.of("/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .requestMatchers(FullPath.of("/camunda/api/admin/auth/user/**"))
                        .authenticated()
                        // It waits without a thread, which the web applications' servlet does not support; workers use
                        // /engine-rest.
                        .requestMatchers(FullPath.of("/camunda/api/engine/engine/*/external-task/fetchAndLock"))
                        .denyAll()
                        .requestMatchers(FullPath.of("/camunda/api/engine/**"))
                        .access(new EngineRestRules())
                        .requestMatchers(FullPath.of("/camunda/api/admin/**", "/camunda/app/admin/**"))
                        .hasRole(ADMINISTRATOR)
                        .requestMatchers(FullPath.of("/camunda/api/cockpit/**", "/camunda/app/cockpit/**"))
                        .hasAnyRole(ADMINISTRATOR, Role.PROCESS_OWNER.name())
                        .requestMatchers(FullPath.of("/webjars/**"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new LostForms(), CsrfFilter.class)
                .addFilterBefore(new AccountGate(states, refusals), AuthorizationFilter.class)
                .addFilterAfter(new WebappLogin(engine), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(6)
    SecurityFilterChain everythingElse(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().denyAll())
                .exceptionHandling(refused -> refused.authenticationEntryPoint(new Http403ForbiddenEntryPoint()))
                .build();
    }

    private HttpSecurity stateless(HttpSecurity http, String paths) throws Exception {
        return http.securityMatcher(FullPath.of(paths))
                .authenticationProvider(login)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new OwnSite(address, refusals), HeaderWriterFilter.class)
                .httpBasic(basic -> basic.authenticationEntryPoint(askForLogin))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(askForLogin).accessDeniedHandler(refuse))
                .addFilterBefore(new AccountGate(states, refusals), AuthorizationFilter.class);
    }
}
