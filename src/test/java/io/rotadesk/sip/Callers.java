package io.rotadesk.sip;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** Callers who have dialled; each follows the scenario to its end. */
public final class Callers {

    private static final Duration TO_DIAL = Duration.ofSeconds(30);

    private final Program program;
    private final Path log;
    private final Path errors;

    Callers(Program program, Path log, Path errors) {
        this.program = program;
        this.log = log;
        this.errors = errors;
    }

    /**
     * Waits until each of them is through with the scenario.
     *
     * @throws IllegalStateException if something else happened than the scenario says
     */
    public void areDone(Duration within) throws InterruptedException, IOException {
        int code = program.exitCode(within);
        if (code != 0) {
            throw new IllegalStateException("sipp ended with " + code + ": "
                    + (Files.exists(errors) ? Files.readString(errors) : program.said()));
        }
    }

    /** What they have written down so far. */
    public List<Heard> heard() {
        return SipLine.heard(log);
    }

    /**
     * The id of the only call, as soon as it was dialled.
     *
     * @throws IllegalStateException if the program ended without dialling
     */
    public String callId() {
        return Awaitility.await()
                .pollInterval(Duration.ofMillis(20))
                .atMost(TO_DIAL)
                .until(
                        () -> {
                            if (heard().isEmpty() && !program.isRunning()) {
                                throw new IllegalStateException("sipp does not dial: " + program.said());
                            }
                            return heard();
                        },
                        heard -> !heard.isEmpty())
                .get(0)
                .callId();
    }
}
