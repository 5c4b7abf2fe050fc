package io.rotadesk.engine;

import io.rotadesk.platform.database.DatabaseTrouble;
import io.rotadesk.platform.input.BadField;
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
import org.camunda.bpm.engine.rest.dto.ExceptionDto;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.glassfish.jersey.server.ParamException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Says in the person's language what was wrong with a request to the engine, and logs one line about it. Only a
 * failure of our own is logged with its stack trace, under an id that the answer also contains.
 */
@Component
class EngineProblems {

    private static final Logger log = LoggerFactory.getLogger(EngineProblems.class);

    /** Exceptions whose answer is left to the engine, since it lists the mistakes of a model for the engine's clients. */
    private static final List<Class<? extends Exception>> SPEAK_FOR_THEMSELVES = List.of(
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
            return problem(status, "RefusedException", refused.getMessage(), refused.getCode(), refused.fields());
        }
        AuthorizationException forbidden = Thrown.in(thrown, AuthorizationException.class);
        if (forbidden != null) {
            return forbidden(forbidden, request);
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
        if (DatabaseTrouble.isBehind(thrown)) {
            log.warn("The database is away: {} {}", request.getMethod(), request.getRequestURI());
            return problem(503, "ProcessEngineException", messages.toReader("rest.noDatabase"), null, List.of());
        }
        String id = UUID.randomUUID().toString();
        log.error("{} {} failed, {}", request.getMethod(), request.getRequestURI(), id, thrown);
        return problem(status, "ProcessEngineException", messages.toReader("rest.failed", id), null, List.of());
    }

    /** The missing permissions stay in the answer, for Cockpit; people read a sentence. */
    private EngineProblem forbidden(AuthorizationException forbidden, HttpServletRequest request) {
        log.info("Refused {} {}: no permission", request.getMethod(), request.getRequestURI());
        ExceptionDto answer = ExceptionHandlerHelper.getInstance().fromException(forbidden);
        boolean task = TASK.matcher(request.getRequestURI()).find();
        answer.setMessage(messages.toReader(task ? "task.notYours" : "rest.forbidden"));
        return new EngineProblem(403, answer);
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
            return problem(404, type, messages.toReader(task ? "task.unknown" : "rest.unknown"), null, List.of());
        }
        TooLateException late = Thrown.in(thrown, TooLateException.class);
        if (late != null && late.sentence().isPresent()) {
            return problem(status, type, late.sentence().get(), null, List.of());
        }
        String key = ClientMistakes.message(thrown);
        String field = null;
        if (thrown instanceof ParamException parameter) {
            field = parameter.getParameterName();
        } else if (key.equals("rest.bad")) {
            field = ClientMistakes.field(thrown, NAMED);
        }
        if (field == null) {
            return problem(status, type, messages.toReader(key), null, List.of());
        }
        String sentence = messages.toReader("rest.badField", field);
        return problem(status, type, sentence, null, List.of(new BadField(field, sentence)));
    }

    private static EngineProblem problem(int status, String type, String message, Integer code, List<BadField> fields) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("message", message);
        body.put("code", code);
        if (!fields.isEmpty()) {
            body.put("fields", fields);
        }
        return new EngineProblem(status, body);
    }

    /** Keeps text from a sender's file or request from starting a new line, or setting colours, in the log. */
    static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
