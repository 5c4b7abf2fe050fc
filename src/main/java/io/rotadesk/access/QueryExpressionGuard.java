package io.rotadesk.access;

import io.rotadesk.engine.RefusedException;
import java.lang.reflect.Field;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.springframework.util.ReflectionUtils;

/**
 * Closes CVE-2026-109432. The engine evaluates expressions that come with a task query; it refuses them in an ad-hoc
 * query, but not in its {@code orQueries}, and it takes any in a saved filter. So a person who may list tasks could
 * call every bean of the application. This guard checks queries, filters that are saved or executed, and queries that
 * extend a filter before the command runs. It allows only the expressions that a task filter needs.
 */
class QueryExpressionGuard extends CommandInterceptor {

    private static final String DATE_STEPS =
            "(\\.(plus|minus)(Seconds|Minutes|Hours|Days|Weeks|Months|Years)\\(\\d{1,4}\\)"
                    + "|\\.withTimeAtStartOfDay\\(\\)|\\.toDate\\(\\))*";
    private static final Pattern HARMLESS = Pattern.compile("\\s*[$#]\\{\\s*(now\\(\\)|currentUser\\(\\)"
            + "|currentUserGroups\\(\\)|dateTime\\(\\)" + DATE_STEPS + ")\\s*}\\s*");

    /** The engine keeps these two fields private. */
    private static final Field EXTENDING_QUERY = field(AbstractExecuteFilterCmd.class, "extendingQuery");

    private static final Field FILTER_ID = field(AbstractExecuteFilterCmd.class, "filterId");
    private static final Field SAVED_FILTER = field(SaveFilterCmd.class, "filter");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof SaveFilterCmd) {
            if (ReflectionUtils.getField(SAVED_FILTER, command) instanceof Filter filter) {
                check(filter.getQuery());
            }
        } else if (command instanceof AbstractExecuteFilterCmd) {
            check(ReflectionUtils.getField(EXTENDING_QUERY, command));
            // The filter may have been saved before this guard existed.
            check(storedQuery((String) ReflectionUtils.getField(FILTER_ID, command)));
        }
        return next.execute(command);
    }

    private static Object storedQuery(String filterId) {
        if (filterId == null) {
            return null;
        }
        FilterEntity filter = Context.getCommandContext().getDbEntityManager().selectById(FilterEntity.class, filterId);
        return filter == null ? null : filter.getQuery();
    }

    private static void check(Object query) {
        if (query instanceof TaskQueryImpl task) {
            // The first of these is the query itself; the others are its orQueries.
            task.getQueries().forEach(QueryExpressionGuard::checkOwn);
        }
        if (query instanceof AbstractQuery<?, ?> any) {
            checkOwn(any);
        }
    }

    private static void checkOwn(AbstractQuery<?, ?> query) {
        query.getExpressions().forEach((property, expression) -> {
            if (expression == null || !HARMLESS.matcher(expression).matches()) {
                throw new RefusedException("The expression for " + property
                        + " is refused: a query may use only now(), dateTime(), currentUser() and currentUserGroups()");
            }
        });
    }

    private static Field field(Class<?> type, String name) {
        Field field = ReflectionUtils.findField(type, name);
        if (field == null) {
            throw new IllegalStateException(
                    type + " has no field " + name + ": the guard must be fitted to this engine");
        }
        ReflectionUtils.makeAccessible(field);
        return field;
    }
}
