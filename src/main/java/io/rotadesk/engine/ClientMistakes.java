package io.rotadesk.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.rotadesk.platform.input.FieldRefusal;
import io.rotadesk.platform.input.TooLateException;
import java.sql.SQLException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.DeploymentResourceNotFoundException;
import org.camunda.bpm.engine.exception.NotAllowedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;

/**
 * Distinguishes the caller's mistakes from our own failures. The engine's REST resources answer 500 to most mistakes:
 * they pass on every exception of the engine, and fail on null bodies themselves.
 */
final class ClientMistakes {

    private static final List<Class<? extends Exception>> BAD = List.of(
            BadUserRequestException.class,
            NotValidException.class,
            NullValueException.class,
            NotAllowedException.class,
            JsonProcessingException.class,
            FieldRefusal.class);

    private static final List<Class<? extends Exception>> UNKNOWN =
            List.of(NotFoundException.class, DeploymentResourceNotFoundException.class);

    private static final List<Class<? extends Exception>> TOO_LATE = List.of(
            OptimisticLockingException.class,
            TaskAlreadyClaimedException.class,
            SuspendedEntityInteractionException.class,
            MismatchingMessageCorrelationException.class,
            TooLateException.class);

    /** SQL states for invalid values and for violated constraints. */
    private static final String DATA = "22";

    private static final String INTEGRITY = "23";

    /** What Java says of an Optional without a value. */
    private static final String EMPTY_OPTIONAL = "No value present";

    private static final String IN_USE = "can't be deleted";

    /** The place where the engine fills in the expressions of a query; the caller wrote both. */
    private static final String QUERY = "org.camunda.bpm.engine.impl.AbstractQuery";

    /** The engine's messages for mistakes that have no exception type of their own. */
    private static final Pattern WORDED = Pattern.compile("is suspended|already (?:exists|been deployed|deployed)"
            + "|there are \\w+ (?:running|process) instances|start message event subscription|doesn't exist"
            + "|does not exist|does not have a subscription|cannot be found|Cannot find|No subscriptions were found"
            + "|Cannot change tenantId|part of a running|no escalation handler|serialization format is prohibited"
            + "|no processes? deployed|can't be deleted|cannot be used to query|is null|is empty");

    private ClientMistakes() {}

    /** Whether it concerns a unit that the caller does not belong to; the engine has no exception type for this. */
    static boolean isOfAnotherUnit(Throwable thrown) {
        return Thrown.chain(thrown)
                .anyMatch(one -> String.valueOf(one.getMessage()).contains("belongs to no authenticated tenant"));
    }

    /** @return the status to answer with; 500 if it is no mistake of the caller's */
    static int status(Throwable thrown) {
        RestException rest = Thrown.in(thrown, RestException.class);
        if (rest != null && rest.getStatus() != null && rest.getStatus().getStatusCode() < 500) {
            return rest.getStatus().getStatusCode();
        }
        String sql = sqlState(thrown);
        if (sql != null) {
            return sql.startsWith(DATA) ? 400 : sql.startsWith(INTEGRITY) ? 409 : 500;
        }
        if (isOneOf(UNKNOWN, thrown) || isGone(thrown)) {
            return 404;
        }
        if (isOneOf(TOO_LATE, thrown)) {
            return 409;
        }
        return isOneOf(BAD, thrown) || fellInTheRestLayer(thrown) || isWorded(thrown) ? 400 : 500;
    }

    /** @return the key of the text for the person */
    static String message(Throwable thrown) {
        if (Thrown.in(thrown, TaskAlreadyClaimedException.class) != null) {
            return "rest.claimed";
        }
        if (isWorded(thrown) && Thrown.chain(thrown).anyMatch(ClientMistakes::speaksOfSuspension)
                || Thrown.in(thrown, SuspendedEntityInteractionException.class) != null) {
            return "rest.suspended";
        }
        if (INTEGRITY.equals(sqlClass(thrown))
                || String.valueOf(Thrown.last(thrown).getMessage()).contains(IN_USE)) {
            return "rest.inUse";
        }
        if (Thrown.in(thrown, TooLateException.class) != null) {
            return "rest.tooLate";
        }
        return Thrown.in(thrown, OptimisticLockingException.class) != null ? "task.changed" : "rest.bad";
    }

    /** @return the sender's name of the value that cannot be read; null if the engine does not say */
    static String field(Throwable thrown, Pattern named) {
        JsonProcessingException json = Thrown.in(thrown, JsonProcessingException.class);
        FieldRefusal refusal = Thrown.in(thrown, FieldRefusal.class);
        if (refusal != null) {
            return refusal.field();
        }
        if (json instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            String name = mapping.getPath().get(mapping.getPath().size() - 1).getFieldName();
            if (name != null) {
                return name;
            }
        }
        return Thrown.chain(thrown)
                .map(one -> named.matcher(String.valueOf(one.getMessage())))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(null);
    }

    /** What a task is about is not there any more; our modules say what is missing. An empty Optional or list is our mistake. */
    private static boolean isGone(Throwable thrown) {
        NoSuchElementException gone = Thrown.in(thrown, NoSuchElementException.class);
        return gone != null && gone.getMessage() != null && !gone.getMessage().equals(EMPTY_OPTIONAL);
    }

    private static boolean isOneOf(List<Class<? extends Exception>> types, Throwable thrown) {
        return types.stream().anyMatch(type -> Thrown.in(thrown, type) != null);
    }

    private static boolean speaksOfSuspension(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).contains("is suspended");
    }

    /** Only messages of the engine itself, not those that it passes on from a bean or the database. */
    private static boolean isWorded(Throwable thrown) {
        Throwable first = Thrown.last(thrown);
        return first.getClass().getName().startsWith("org.camunda.bpm.engine.")
                && WORDED.matcher(String.valueOf(first.getMessage())).find();
    }

    /** Thrown before any command of the engine ran, by the code that reads the request. */
    private static boolean fellInTheRestLayer(Throwable thrown) {
        for (StackTraceElement frame : Thrown.last(thrown).getStackTrace()) {
            String place = frame.getClassName();
            if (place.equals(QUERY)) {
                return true;
            }
            if (place.startsWith("org.camunda.bpm.engine.impl.interceptor.")
                    || place.startsWith("io.rotadesk.")
                    || place.startsWith("org.springframework.")) {
                return false;
            }
            if (place.startsWith("org.camunda.bpm.engine.rest.")
                    || place.startsWith("org.camunda.bpm.cockpit.")
                    || place.startsWith("org.camunda.bpm.admin.")
                    || place.startsWith("org.camunda.bpm.tasklist.")) {
                return true;
            }
        }
        return false;
    }

    private static String sqlClass(Throwable thrown) {
        String state = sqlState(thrown);
        return state == null || state.length() < 2 ? null : state.substring(0, 2);
    }

    private static String sqlState(Throwable thrown) {
        return Thrown.chain(thrown)
                .filter(SQLException.class::isInstance)
                .map(one -> ((SQLException) one).getSQLState())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
