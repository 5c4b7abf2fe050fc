package io.rotadesk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lists what each role may ask of the engine's REST API, both at {@code /engine-rest} and at the addresses of Tasklist
 * and Cockpit. It is a second wall: the engine's own authorizations still decide about each task and definition. A
 * request that is on no list is refused, so nothing is open by oversight.
 *
 * <p>A line is a method and a path; {@code *} stands for one part of the path, {@code **} for any number. {@code GET}
 * includes {@code HEAD} and {@code OPTIONS}.
 */
class EngineRestRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Logger log = LoggerFactory.getLogger(EngineRestRules.class);

    /** The requests that Tasklist makes for a person who works on tasks. */
    private static final String TASKLIST = """
            GET  /engine
            GET  /version
            GET  /authorization/check
            GET  /identity/groups
            GET  /identity/password-policy
            GET  /user/*/profile
            GET  /group

            GET  /filter
            GET  /filter/count
            GET  /filter/*
            GET  /filter/*/list
            POST /filter/*/list
            GET  /filter/*/count
            POST /filter/*/count
            GET  /filter/*/singleResult
            POST /filter/*/singleResult

            GET  /task
            POST /task
            GET  /task/count
            POST /task/count
            GET  /task/*
            GET  /task/*/form
            GET  /task/*/deployed-form
            GET  /task/*/rendered-form
            GET  /task/*/form-variables
            GET  /task/*/identity-links
            GET  /task/*/comment
            POST /task/*/claim
            POST /task/*/unclaim
            POST /task/*/complete
            POST /task/*/submit-form

            GET  /process-definition
            GET  /process-definition/count
            GET  /process-definition/*
            GET  /process-definition/*/xml
            GET  /process-definition/*/startForm
            GET  /process-definition/*/deployed-start-form
            GET  /process-definition/*/rendered-form
            GET  /process-definition/*/form-variables
            POST /process-definition/*/submit-form
            GET  /process-definition/key/*
            GET  /process-definition/key/*/xml
            GET  /process-definition/key/*/startForm
            GET  /process-definition/key/*/deployed-start-form
            GET  /process-definition/key/*/form-variables
            POST /process-definition/key/*/submit-form

            GET  /history/user-operation
            GET  /history/user-operation/count
            GET  /history/task
            """;

    /** The requests for assigning a task to somebody else. */
    private static final String REASSIGN = """
            POST /task/*/assignee
            POST /task/*/identity-links
            POST /task/*/identity-links/delete
            GET  /user
            GET  /user/count
            """;

    /**
     * The requests for deploying, for looking at running instances, and for repairing failures. The POSTs without a
     * verb at the end are queries.
     */
    private static final String PROCESS_OWNER = """
            GET    /**
            POST   /deployment/create
            POST   /deployment/*/redeploy
            DELETE /deployment/*
            PUT    /job/*/retries
            PUT    /job-definition/*/retries
            PUT    /external-task/*/retries
            PUT    /incident/*/annotation

            POST /process-instance
            POST /process-instance/count
            POST /execution
            POST /execution/count
            POST /variable-instance
            POST /variable-instance/count
            POST /job
            POST /job/count
            POST /external-task
            POST /external-task/count
            POST /history/process-instance
            POST /history/process-instance/count
            POST /history/activity-instance
            POST /history/activity-instance/count
            POST /history/task
            POST /history/task/count
            POST /history/variable-instance
            POST /history/variable-instance/count
            POST /history/detail
            POST /history/job-log
            POST /history/job-log/count
            POST /history/external-task-log
            POST /history/decision-instance
            """;

    /**
     * The requests that not even an administrator may make. A password set in this way would escape the rules for
     * passwords and would not have to be changed at the first login; and a password tried in this way would not count
     * as a guess.
     */
    private static final List<Rule> NOBODY = rules("""
            POST /user/create
            PUT  /user/*/credentials
            POST /identity/verify
            """);

    private static final Map<Role, List<Rule>> ALLOWED = new EnumMap<>(Map.of(
            Role.AGENT, rules(TASKLIST),
            Role.PETITION_STAFF, rules(TASKLIST),
            Role.PETITION_LEADER, rules(TASKLIST + REASSIGN),
            Role.MANAGER, rules(TASKLIST + REASSIGN),
            Role.DEPUTY, rules(TASKLIST + REASSIGN),
            Role.PROCESS_OWNER, rules(TASKLIST + PROCESS_OWNER),
            Role.ADMINISTRATOR, List.of(new Rule("*", Pattern.compile(".*")))));

    private static final Pattern API =
            Pattern.compile("^(?:/engine-rest|/camunda/api/engine)(?:/engine/default(?=/))?");

    private record Rule(String method, Pattern path) {

        boolean covers(String asked, String askedPath) {
            boolean methodFits = method.equals("*")
                    || method.equals(asked)
                    || (method.equals("GET") && (asked.equals("HEAD") || asked.equals("OPTIONS")));
            return methodFits && path.matcher(askedPath).matches();
        }
    }

    @Override
    @SuppressWarnings("deprecation") // The interface's newer method does not have to be implemented yet.
    public AuthorizationDecision check(Supplier<Authentication> who, RequestAuthorizationContext context) {
        if (!(who.get().getPrincipal() instanceof SignedInUser user)) {
            return new AuthorizationDecision(false);
        }
        HttpServletRequest request = context.getRequest();
        boolean granted = !isFromAnotherSite(request) && allows(user, request.getMethod(), pathOf(request));
        if (!granted) {
            log.info("Refused to {}: {} {}", user.login(), request.getMethod(), pathOf(request));
        }
        return new AuthorizationDecision(granted);
    }

    /** @param path within the API, as in {@code /task/count} */
    static boolean allows(SignedInUser user, String method, String path) {
        return NOBODY.stream().noneMatch(rule -> rule.covers(method, path))
                && user.roles().stream()
                        .flatMap(role -> ALLOWED.get(role).stream())
                        .anyMatch(rule -> rule.covers(method, path));
    }

    /** A browser that remembers a password of HTTP Basic would send it along with another site's form. */
    private static boolean isFromAnotherSite(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return site != null && !site.equals("same-origin") && !site.equals("none");
    }

    private static String pathOf(HttpServletRequest request) {
        String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        Matcher api = API.matcher(path);
        String inside = api.find() ? path.substring(api.end()) : path;
        return inside.length() > 1 && inside.endsWith("/") ? inside.substring(0, inside.length() - 1) : inside;
    }

    private static List<Rule> rules(String table) {
        return table.lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.strip().split("\\s+"))
                .map(words -> new Rule(words[0], pattern(words[1])))
                .toList();
    }

    private static Pattern pattern(String path) {
        String regex = Stream.of(path.substring(1).split("/"))
                .map(part -> part.equals("**") ? "/.*" : part.equals("*") ? "/[^/]+" : "/" + Pattern.quote(part))
                .reduce("", String::concat);
        return Pattern.compile(regex);
    }
}
