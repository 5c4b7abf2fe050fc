package io.rotadesk.engine;

import io.rotadesk.platform.input.TooLateException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says in the product's language what was wrong with a request to the engine, and logs one line about it. Only a
 * failure of our own is logged with its stack trace, under an id that the answer also contains.
 */
@Component
class EngineProblems {

    private static final Logger log = LoggerFactory.getLogger(EngineProblems.class);

    /**
     * Exceptions whose answer is left to the engine, since it has details that only the engine's clients can show:
     * missing permissions, mistakes of a model.
     */
    private static final List<Class<? extends Exception>> SPEAK_FOR_THEMSELVES = List.of(
            AuthorizationException.class,
            ParseException.class,
            MigrationPlanValidationException.class,
            MigratingProcessInstanceValidationException.class);

    /** Finds the name of the value that the engine cannot read; the name is the sender's. */
    private static final Pattern NAMED = Pattern.compile(
            "(?:[Pp]arameter|[Pp]roperty|[Ff]ield|[Vv]ariable) ['\"]([A-Za-z][A-Za-z0-9_.-]{0,60})['\"]");

    private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    private static final Pattern TASK =
            Pattern.compile("(?:/engine-rest|/engine/[^/]+)/task/(?!count$|create$|report)([^/]+)(?:/.*)?$");

    private final EngineWording messages;
    private final ObjectProvider<TaskService> tasks;

    EngineProblems(EngineWording messages, ObjectProvider<TaskService> tasks) {
        this.messages = messages;
        this.tasks = tasks;
    }

    EngineProblem of(Throwable thrown, HttpServletRequest request) {
        RefusedException refused = RefusedException.behind(thrown);
        if (refused != null) {
            int status = refused.getCode() == RefusedException.UNKNOWN ? 404 : 400;
            log.info("Refused {} {}: {}", request.getMethod(), request.getRequestURI(), oneLine(refused.getMessage()));
            return problem(status, "RefusedException", refused.getMessage(), refused.getCode(), null);
        }
        for (Class<? extends Exception> type : SPEAK_FOR_THEMSELVES) {
            Exception known = Thrown.in(thrown, type);
            if (known != null) {
                return known(known, request);
            }
        }
        int status = status(thrown, request);
        if (status < 500) {
            log.info(
                    "Refused {} {}: {}, {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    status,
                    Thrown.last(thrown).getClass().getSimpleName());
            return mistake(status, thrown, request);
        }
        String id = UUID.randomUUID().toString();
        log.error("{} {} failed, {}", request.getMethod(), request.getRequestURI(), id, thrown);
        return problem(status, "ProcessEngineException", messages.get("rest.failed", id), null, null);
    }

    private static EngineProblem known(Exception known, HttpServletRequest request) {
        var helper = ExceptionHandlerHelper.getInstance();
        int status = helper.getStatus(known).getStatusCode();
        log.info(
                "Refused {} {}: {}, {}",
                request.getMethod(),
                request.getRequestURI(),
                status,
                known.getClass().getSimpleName());
        return new EngineProblem(status, helper.fromException(known));
    }

    private int status(Throwable thrown, HttpServletRequest request) {
        // Jersey treats an address with an unreadable number as an unknown one.
        if (thrown instanceof ParamException.QueryParamException) {
            return 400;
        }
        if (thrown instanceof WebApplicationException web) {
            return web.getResponse().getStatus();
        }
        boolean unseen = isOfAnUnseenTask(request);
        return unseen || ClientMistakes.isOfAnotherUnit(thrown) ? 404 : ClientMistakes.status(thrown);
    }

    /** Gives the same answer for unknown tasks and for tasks of other units. */
    private boolean isOfAnUnseenTask(HttpServletRequest request) {
        Matcher task = TASK.matcher(request.getRequestURI());
        return task.find()
                && tasks.getObject().createTaskQuery().taskId(task.group(1)).count() == 0;
    }

    private EngineProblem mistake(int status, Throwable thrown, HttpServletRequest request) {
        String type = "InvalidRequestException";
        if (status == 404) {
            boolean task = TASK.matcher(request.getRequestURI()).find();
            return problem(404, type, messages.get(task ? "task.unknown" : "rest.unknown"), null, null);
        }
        TooLateException late = Thrown.in(thrown, TooLateException.class);
        if (late != null && late.sentence().isPresent()) {
            return problem(status, type, late.sentence().get(), null, null);
        }
        String key = ClientMistakes.message(thrown);
        String field = thrown instanceof ParamException parameter
                ? parameter.getParameterName()
                : key.equals("rest.bad") ? ClientMistakes.field(thrown, NAMED) : null;
        return field == null
                ? problem(status, type, messages.get(key), null, null)
                : problem(status, type, messages.get("rest.badField", field), null, field);
    }

    private EngineProblem problem(int status, String type, String message, Integer code, String field) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("message", message);
        body.put("code", code);
        if (field != null) {
            body.put("fields", List.of(Map.of("field", field, "message", message)));
        }
        return new EngineProblem(status, body);
    }

    /** Keeps text from a sender's file or request from starting a new line, or setting colours, in the log. */
    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
