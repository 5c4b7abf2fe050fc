package io.rotadesk.bench;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The parts of the benchmark, in the order in which they run: those that fill tables come last. */
enum Part {
    START((systems, settings, report) -> new StartUp(settings).run(report)),

    ROTA((systems, settings, report) -> new RotaOffers(systems.application()).run(settings, report)),

    CALLS((systems, settings, report) -> new Throughput("b", systems.calls()).run(settings, report)),

    VISITS((systems, settings, report) -> new Throughput("f", systems.visits()).run(settings, report)),

    MATTERS((systems, settings, report) -> new Throughput("h", systems.matters()).run(settings, report)),

    LATENCY((systems, settings, report) ->
            new TaskLatency(new RotaDeskCalls(systems.application())).run(settings, report)),

    RING((systems, settings, report) -> new RingLatency(systems.application()).run(settings, report)),

    SIP((systems, settings, report) -> new SipRings(systems.application()).run(settings, report)),

    COST((systems, settings, report) -> {
        Cost cost = new Cost(systems.application(), settings, report);
        cost.run("e", systems.calls(), systems.callsWithFormsOpened());
        cost.run("i", systems.visits());
        cost.run("j", systems.matters());
    }),

    ENDING((systems, settings, report) -> new EndingCustomers(systems.application()).run(settings, report)),

    UNITS((systems, settings, report) -> new ManyUnits(systems.application()).run(settings, report)),

    LOOKUP((systems, settings, report) -> new CallerLookup(systems.application()).run(settings, report)),

    PAGES((systems, settings, report) -> new LargeRegisters(systems.application()).run(settings, report));

    /** Measures the part and writes its tables. */
    interface Measurement {
        void take(Systems systems, BenchSettings settings, Report report) throws Exception;
    }

    private final Measurement measurement;

    Part(Measurement measurement) {
        this.measurement = measurement;
    }

    void run(Systems systems, BenchSettings settings, Report report) throws Exception {
        measurement.take(systems, settings, report);
    }

    /** Its name in {@code -Dbench.only}. */
    String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    static List<String> names() {
        return Arrays.stream(values()).map(Part::lowerCase).toList();
    }

    /** All parts but the start of the packaged application. */
    static Set<String> inThisProcess() {
        return EnumSet.complementOf(EnumSet.of(START)).stream()
                .map(Part::lowerCase)
                .collect(Collectors.toSet());
    }
}
