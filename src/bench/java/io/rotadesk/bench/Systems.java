package io.rotadesk.bench;

import java.io.IOException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application and the bare engines, on one PostgreSQL. */
final class Systems implements AutoCloseable {

    private static final String SAME_MODEL = "bare engine, same model";
    private static final String SHAPE = "bare engine, shape only";

    private final RotaDesk application;
    private final BareEngine bare;
    private final BareEngine shape;

    private Systems(RotaDesk application) throws IOException {
        this.application = application;
        this.bare = BareEngine.sameModel(application.server());
        this.shape = BareEngine.shape(application.server());
    }

    static Systems start(BenchSettings settings) throws IOException {
        RotaDesk application =
                RotaDesk.start(settings.folder().resolve("postgresql").toAbsolutePath());
        try {
            return new Systems(application);
        } catch (IOException | RuntimeException e) {
            application.close();
            throw e;
        }
    }

    RotaDesk application() {
        return application;
    }

    Rivals calls() {
        return rivals(
                "calls",
                "calls, from the post to the register",
                new RotaDeskCalls(application),
                BareCourse.call(),
                BareCourse.callInShape());
    }

    /** Calls whose agents open each form before they send it; the others send it unseen, as the bare engines do. */
    Rivals.System callsWithFormsOpened() {
        return ours(new RotaDeskCalls("Rota Desk, each form opened", application, id -> RotaDesk.UNIT, true));
    }

    Rivals visits() {
        return rivals(
                "visits",
                "first visits, from the announcement to the register",
                new RotaDeskVisits(application),
                BareCourse.visit(),
                BareCourse.visitInShape());
    }

    Rivals matters() {
        return rivals(
                "matters",
                "petitioners' matters with a plan, from the ticket to the reply",
                new RotaDeskMatters(application),
                BareCourse.matter(),
                BareCourse.matterInShape());
    }

    private Rivals rivals(String key, String title, Handler ours, BareCourse course, BareCourse inShape) {
        return new Rivals(key, title, ours(ours), bare(SAME_MODEL, bare, course), List.of(bare(SHAPE, shape, inShape)));
    }

    private static Rivals.System bare(String name, BareEngine engine, BareCourse course) {
        return new Rivals.System(
                new BareHandler(name, engine, course), engine.dataSource(), JdbcClient.create(engine.dataSource()));
    }

    private Rivals.System ours(Handler handler) {
        return new Rivals.System(
                handler, application.dataSource(), application.server().patient());
    }

    /** @throws IllegalStateException if something that was begun on a bare engine did not come to its end */
    void checkThatAllEnded() {
        bare.checkThatAllEnded();
        shape.checkThatAllEnded();
    }

    @Override
    public void close() throws IOException {
        bare.close();
        shape.close();
        application.close();
    }
}
