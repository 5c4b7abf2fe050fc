package io.rotadesk.bench;

import io.rotadesk.access.ApiTokens;
import io.rotadesk.sip.Callers;
import io.rotadesk.sip.Heard;
import io.rotadesk.sip.SipLine;
import io.rotadesk.staff.unit.Unit;
import io.rotadesk.staff.unit.Units;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * (o) Calls over SIP, from caller to phone: Kamailio as the front, sipp as phones and callers, all on this machine. How late the
 * second phone rings when the first is not picked up, and how many calls a second are put through.
 */
final class SipRings {

    private static final List<Integer> AT_ONCE = List.of(1, 20);
    private static final Duration THREE_RINGS = Duration.ofSeconds(3);
    private static final Duration TALK = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String NOT_PICKED_UP = "11";
    private static final String PICKED_UP = "22";

    private final RotaDesk application;

    SipRings(RotaDesk application) {
        this.application = application;
    }

    void run(BenchSettings settings, Report report) throws IOException, InterruptedException {
        if (!SipLine.isPossible()) {
            report.text("\n(o) is left out: there is no Kamailio, or no sipp");
            return;
        }
        application.timers(true);
        try {
            rings(settings, report);
            calls(settings, report);
        } finally {
            application.timers(false);
        }
    }

    private void rings(BenchSettings settings, Report report) throws IOException, InterruptedException {
        var table = report.table(
                "sip-rings",
                "(o) The second phone over SIP, ms",
                "calls at once",
                "what",
                "rings",
                "p50",
                "p95",
                "p99");
        for (int atOnce : AT_ONCE) {
            Times late = new Times();
            Times next = new Times();
            try (SipLine line = line(settings, "rings-" + atOnce, atOnce, List.of(NOT_PICKED_UP, PICKED_UP))) {
                for (int round = 0; round < Math.max(1, settings.samples() / Math.max(10, atOnce)); round++) {
                    talk(line, numbers(atOnce), atOnce);
                }
                byCall(line.phonesHeard()).values().forEach(call -> {
                    double first = at(call, "rings", NOT_PICKED_UP);
                    double second = at(call, "rings", PICKED_UP);
                    late.add(second - first - THREE_RINGS.toMillis());
                    next.add(second - at(call, "stops", NOT_PICKED_UP));
                });
            }
            row(table, atOnce, "later than three rings after the first", late);
            row(table, atOnce, "after the end of the first ring", next);
            report.result("sip.late." + atOnce, late.percentile(95));
        }
    }

    private static void row(Report.Table table, int atOnce, String what, Times times) {
        table.row(atOnce, what, times.size(), times.percentile(50), times.percentile(95), times.percentile(99));
    }

    private void calls(BenchSettings settings, Report report) throws IOException, InterruptedException {
        var table = report.table(
                "sip-calls",
                "(o) Calls over SIP, picked up after %d ms and over after %d more; from dialling to the phone's ring, ms"
                        .formatted(SipLine.PICKED_UP_AFTER.toMillis(), TALK.toMillis()),
                "calls at once",
                "calls",
                "calls a second",
                "p50",
                "p95",
                "p99");
        for (int atOnce : AT_ONCE) {
            Times toRing = new Times();
            int calls = (int) Math.max(atOnce, 2 * atOnce * settings.seconds());
            try (SipLine line = line(settings, "calls-" + atOnce, 2 * atOnce, List.of(PICKED_UP))) {
                List<Heard> callers = talk(line, numbers(calls), atOnce);
                Map<String, List<Heard>> phones = byCall(line.phonesHeard());
                callers.stream()
                        .filter(one -> one.is("dials", SipLine.DEPARTMENT))
                        .forEach(one -> toRing.add(at(phones.get(one.callId()), "rings", PICKED_UP) - one.millis()));
                double begin = callers.stream().mapToDouble(Heard::millis).min().orElseThrow();
                double end = callers.stream().mapToDouble(Heard::millis).max().orElseThrow();
                table.row(
                        atOnce,
                        calls,
                        calls * 1_000 / (end - begin),
                        toRing.percentile(50),
                        toRing.percentile(95),
                        toRing.percentile(99));
            }
        }
    }

    private static List<Heard> talk(SipLine line, List<String> numbers, int atOnce)
            throws IOException, InterruptedException {
        Callers callers = line.call("caller-talks", TALK, SipLine.DEPARTMENT, numbers, atOnce);
        callers.areDone(LONGEST);
        return callers.heard();
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> PhoneNumbers.ofCaller(Load.newId()))
                .toList();
    }

    private static Map<String, List<Heard>> byCall(List<Heard> heard) {
        return heard.stream().collect(Collectors.groupingBy(Heard::callId));
    }

    /** @return milliseconds since 1970 */
    private static double at(List<Heard> call, String what, String desk) {
        return call.stream()
                .filter(one -> one.what().equals(what) && one.extension().startsWith(desk))
                .mapToDouble(Heard::millis)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No phone of desk " + desk + " " + what + ": " + call));
    }

    /** A department in which as many agents sit at each of the desks, in the order of the desks. */
    private SipLine line(BenchSettings settings, String name, int agents, List<String> desks) throws IOException {
        String unit = "bench-sip-" + name;
        application
                .bean(Units.class)
                .save(new Unit(
                        unit,
                        "招商部",
                        "广安世纪",
                        null,
                        List.of(),
                        List.of(),
                        RotaDesk.BY_TELEPHONE.with("wrapUpAfterCall", 0).with("ringTime", "1s")));
        List<String> extensions = new ArrayList<>();
        desks.forEach(desk -> IntStream.range(0, agents).forEach(i -> extensions.add(desk + "%02d".formatted(i))));
        StringBuilder csv = new StringBuilder("login,name,mobile,extension,team,place\n");
        add(csv, name, "A", extensions, extension -> extension);
        // Teams are of one size; this one receives visitors.
        add(csv, name, "B", extensions, extension -> "9" + extension);
        application.load(unit, csv.toString());
        SipLine line = new SipLine(
                Path.of(settings.folder().toString(), "sip", name).toAbsolutePath(),
                application.address(),
                unit,
                application.bean(ApiTokens.class).create(unit, "bench").clear(),
                extensions.get(0));
        line.phones(desks, extensions.get(0));
        return line;
    }

    private static void add(
            StringBuilder csv, String name, String team, List<String> extensions, Function<String, String> phone) {
        for (int i = 0; i < extensions.size(); i++) {
            String extension = phone.apply(extensions.get(i));
            csv.append("sip%s%s,招商员%s,138%08d,%s,%s,%d%n"
                    .formatted(
                            name.replace("-", ""),
                            extension,
                            extension,
                            Integer.parseInt(extension),
                            extension,
                            team,
                            i + 1));
        }
    }
}
