package io.rotadesk.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source that counts its statements while counting is switched on. */
class CountedStatements extends DelegatingDataSource {

    private volatile boolean counting;
    private final AtomicLong roundTrips = new AtomicLong();
    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final Map<String, AtomicLong> texts = new ConcurrentHashMap<>();

    /**
     * @param roundTrips how often the database was asked and answered, commits not counted
     * @param statements executed, each of a batch
     * @param texts how often each statement was executed
     */
    record Counted(long roundTrips, long statements, long commits, Map<String, AtomicLong> texts) {}

    CountedStatements(DataSource target) {
        super(target);
    }

    Counted during(Runnable work) {
        roundTrips.set(0);
        statements.set(0);
        commits.set(0);
        texts.clear();
        counting = true;
        try {
            work.run();
        } finally {
            counting = false;
        }
        return new Counted(roundTrips.get(), statements.get(), commits.get(), Map.copyOf(texts));
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = super.getConnection();
        return counting ? counted(connection) : connection;
    }

    private Connection counted(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit")) {
                commits.incrementAndGet();
            }
            Object result = call(method, connection, arguments);
            return result instanceof PreparedStatement statement ? counted(statement, (String) arguments[0]) : result;
        });
    }

    private PreparedStatement counted(PreparedStatement statement, String sql) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            switch (method.getName()) {
                case "addBatch" -> count(sql);
                case "executeBatch" -> roundTrips.incrementAndGet();
                case "execute", "executeQuery", "executeUpdate" -> {
                    roundTrips.incrementAndGet();
                    count(sql);
                }
                default -> {}
            }
            return call(method, statement, arguments);
        });
    }

    private void count(String sql) {
        statements.incrementAndGet();
        texts.computeIfAbsent(sql.strip().replaceAll("\\s+", " "), text -> new AtomicLong())
                .incrementAndGet();
    }

    private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T extends AutoCloseable> T proxy(Class<T> type, Invocation invocation) {
        return type.cast(Proxy.newProxyInstance(
                Statement.class.getClassLoader() == null ? type.getClassLoader() : Statement.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> invocation.on(method, arguments)));
    }

    private interface Invocation {
        Object on(Method method, Object[] arguments) throws Throwable;
    }
}
