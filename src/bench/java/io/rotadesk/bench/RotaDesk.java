package io.rotadesk.bench;

import io.rotadesk.RotaDeskApplication;
import io.rotadesk.staff.roster.Roster;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.UnitKind;
import io.rotadesk.staff.unit.UnitSettings;
import io.rotadesk.staff.unit.Units;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application as it runs, on a PostgreSQL of its own with everything that makes commits last, and one large unit.
 * Only the job executor is off until somebody wants it, as in the bare engine: no timer comes due.
 */
final class RotaDesk implements AutoCloseable {

    static final String UNIT = "bench";

    static final String RECEPTION_POINT = "bench-town";

    /** Nobody opens a page here. */
    static final UnitSettings BY_TELEPHONE = UnitSettings.defaults().with("turnsNeedPage", List.of());

    /** In each team: more than there are clients, so that somebody is always free. */
    static final int TEAM = 36;

    private final ConfigurableApplicationContext context;
    private final Path databaseFolder;

    private final Server server;

    private RotaDesk(ConfigurableApplicationContext context, Path databaseFolder) throws IOException {
        this.context = context;
        this.databaseFolder = databaseFolder;
        // The embedded PostgreSQL requires a password.
        String password =
                Files.readString(databaseFolder.resolve("rotadesk.password")).strip();
        this.server = new Server(
                jdbc().sql("select inet_server_port()").query(Integer.class).single(),
                jdbc().sql("select current_database()").query(String.class).single(),
                password);
    }

    static RotaDesk start(Path databaseFolder) throws IOException {
        if (Files.exists(databaseFolder)) {
            deleteTree(databaseFolder);
        }
        RotaDesk running = new RotaDesk(
                new SpringApplicationBuilder(RotaDeskApplication.class)
                        .initializers(context -> {
                            context.getBeanFactory().registerSingleton("noTestComponents", new NoTestComponents());
                            context.getBeanFactory().addBeanPostProcessor(new CountingDataSources());
                        })
                        // As arguments, which win over the application's own settings.
                        .run(
                                "--rotadesk.test.own-database=true",
                                "--rotadesk.database.directory=" + databaseFolder,
                                "--rotadesk.demo=false",
                                "--server.port=0",
                                "--logging.level.root=WARN",
                                // The server is asked for more than it can give, which is no reason to give up.
                                "--spring.datasource.hikari.connection-timeout=60000",
                                "--spring.datasource.hikari.validation-timeout=30000",
                                "--spring.datasource.hikari.data-source-properties.socketTimeout=120"),
                databaseFolder);
        running.timers(false);
        running.foundUnit();
        running.foundReceptionPoint();
        return running;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Where it is reached over HTTP. */
    String address() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Starts or stops the job executor, with the settings that the application has. */
    void timers(boolean on) {
        var configuration =
                (ProcessEngineConfigurationImpl) bean(ProcessEngine.class).getProcessEngineConfiguration();
        if (on) {
            configuration.getJobExecutor().start();
        } else {
            configuration.getJobExecutor().shutdown();
        }
    }

    CountedStatements dataSource() {
        return (CountedStatements) bean(DataSource.class);
    }

    /** The application's own connections. */
    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** For what takes its time. */
    Server server() {
        return server;
    }

    /** Millions of generated customers are not kept. */
    @Override
    public void close() throws IOException {
        server.close();
        context.close();
        deleteTree(databaseFolder);
    }

    private void foundUnit() {
        bean(Units.class)
                .save(new Unit(
                        UNIT, "招商部", "广安世纪", null, List.of("benchmanager"), List.of("benchdeputy"), BY_TELEPHONE));
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        for (String team : List.of("A", "B")) {
            for (int place = 1; place <= TEAM; place++) {
                csv.append("bench%s%d,招商员%s%d,139%08d,%s%d,%s,%d%n"
                        .formatted(
                                team.toLowerCase(Locale.ROOT),
                                place,
                                team,
                                place,
                                place,
                                team.equals("A") ? 1 : 2,
                                100 + place,
                                team,
                                place));
            }
        }
        csv.append("benchmanager,经理,13900000998,300,-,\n").append("benchdeputy,副经理,13900000999,301,-,\n");
        load(UNIT, csv.toString());
    }

    /** A petition reception point with as many staff as the unit has agents. */
    private void foundReceptionPoint() {
        bean(Units.class)
                .save(new Unit(
                        RECEPTION_POINT,
                        UnitKind.PETITION,
                        "接访中心",
                        null,
                        null,
                        List.of("townleader"),
                        List.of(),
                        BY_TELEPHONE));
        StringBuilder csv = new StringBuilder("login,name,mobile,extension\n");
        for (int place = 1; place <= 2 * TEAM; place++) {
            csv.append("town%d,接待员%d,137%08d,%d%n".formatted(place, place, place, 100 + place));
        }
        load(RECEPTION_POINT, csv.append("townleader,主任,13700000998,300\n").toString());
    }

    void load(String unit, String csv) {
        var load = bean(Roster.class).load(unit, csv);
        if (!load.accepted()) {
            throw new IllegalStateException("The roster was refused: " + load.errors());
        }
    }

    static ZoneId zone() {
        return UnitSettings.defaults().zone();
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(bean(Clock.class).instant(), zone());
    }

    static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static class CountingDataSources implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source ? new CountedStatements(source) : bean;
        }
    }

    /** The tests' own components lie in the scanned packages too, and one of them listens to every step. */
    private static class NoTestComponents extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
            return reader.getResource().getURL().getPath().contains("/test-classes/");
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof NoTestComponents;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }
}
