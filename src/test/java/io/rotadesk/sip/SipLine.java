package io.rotadesk.sip;

import io.rotadesk.MachinesPrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * A telephone line on loopback: Kamailio with our configuration, {@code docker/phone/kamailio.cfg}, as its front, a stand-in
 * for the department's exchange behind it, and sipp as phones and callers.
 *
 * <p>The first digit of an extension says what its phone does: 1 rings and is not picked up, 2 is picked up, 3 is busy, 4 is
 * picked up and puts the caller through, 5 is picked up late. The second is the desk: all phones with the same first two digits
 * are one program, which can have a call only once.
 */
public final class SipLine implements AutoCloseable {

    /** The number that callers dial. */
    public static final String DEPARTMENT = "4008001234";

    /** The time after which a phone is picked up. */
    public static final Duration PICKED_UP_AFTER = Duration.ofMillis(300);

    private static final Duration TO_START = Duration.ofSeconds(30);
    private static final Path SCENARIOS = Path.of("src/test/resources/sipp").toAbsolutePath();
    private static final Path FRONT = Path.of("docker/phone/kamailio.cfg").toAbsolutePath();

    /** Whether this machine has what is needed; otherwise a line cannot be made. */
    public static boolean isPossible() {
        return Stream.of("kamailio", "sipp")
                .allMatch(name -> MachinesPrograms.find(List.of(name)).isPresent());
    }

    private final Path folder;
    private final String sipp = Program.path("sipp", "sip-tester");
    private final String kamailio = Program.path("kamailio", "kamailio");
    private final int front = Program.freePort();
    private final int exchange = Program.freePort();
    private final int phones = Program.freePort();
    private final List<Program> programs = new ArrayList<>();
    private int callers;

    /**
     * @param folder for what the programs write down
     * @param url of Rota Desk
     * @param fallback extensions, with commas, that ring when Rota Desk is away
     */
    public SipLine(Path folder, String url, String unit, String token, String fallback) throws IOException {
        this(folder, url, unit, token, fallback, Map.of());
    }

    /** @param others settings of the front that are not as usual */
    SipLine(Path folder, String url, String unit, String token, String fallback, Map<String, String> others)
            throws IOException {
        this.folder = folder;
        deleteTree();
        try {
            start(
                    "exchange",
                    SCENARIOS.resolve("exchange.cfg"),
                    exchange,
                    Map.of(
                            "EXCHANGE_LISTEN", "udp:127.0.0.1:" + exchange,
                            "PHONE_PORT", "" + phones));
            Map<String, String> settings = new HashMap<>(Map.of(
                    "ROTADESK_URL",
                    url,
                    "ROTADESK_UNIT",
                    unit,
                    "ROTADESK_TOKEN",
                    token,
                    "SIP_LISTEN",
                    "udp:127.0.0.1:" + front,
                    "SIP_TRUNK",
                    "127.0.0.1/32",
                    "SIP_PHONES",
                    "127.0.0.1:" + exchange,
                    "SIP_PHONES_NET",
                    "127.0.0.0/24",
                    "SIP_EXTENSION",
                    "^[0-9]{4}$",
                    "SIP_FALLBACK",
                    fallback,
                    "SIP_FALLBACK_SECONDS",
                    "3"));
            settings.putAll(others);
            start("front", FRONT, front, settings);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private void start(String name, Path configuration, int port, Map<String, String> settings) throws IOException {
        Path place = folder.resolve(name);
        Program program = Program.start(
                place,
                settings,
                List.of(
                        kamailio,
                        "-f",
                        configuration.toString(),
                        "-DD",
                        "-E",
                        "-m",
                        "128",
                        "-M",
                        "8",
                        "-Y",
                        ".",
                        "-w",
                        "."));
        programs.add(program);
        long until = System.nanoTime() + TO_START.toNanos();
        while (!answers(port)) {
            if (!program.isRunning() && program.said().contains("could not find module")) {
                throw MachinesPrograms.missing(
                        "SIP TESTS",
                        "Modules of Kamailio are missing; install kamailio-utils-modules and kamailio-extra-modules");
            }
            if (!program.isRunning() || System.nanoTime() > until) {
                throw new IllegalStateException("Kamailio does not start:\n" + program.said());
            }
        }
    }

    /** Whether a SIP server answers there. */
    private static boolean answers(int port) throws IOException {
        return ask("OPTIONS", "127.0.0.1", port).isPresent();
    }

    /**
     * Sends one request to the front, as a stranger would.
     *
     * @param address on loopback, from which it is sent
     * @return the first line of the answer; empty if there is none
     */
    Optional<String> ask(String method, String address) throws IOException {
        return ask(method, address, front);
    }

    private static Optional<String> ask(String method, String address, int port) throws IOException {
        try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(address))) {
            String request = """
                    %1$s sip:%2$s@127.0.0.1:%3$d SIP/2.0
                    Via: SIP/2.0/UDP %4$s:%5$d;branch=z9hG4bK%5$d
                    From: <sip:13900000000@%4$s>;tag=from%5$d
                    To: <sip:%2$s@127.0.0.1:%3$d>
                    Call-ID: ask-%5$d
                    CSeq: 1 %1$s
                    Contact: <sip:%4$s:%5$d>
                    Max-Forwards: 70
                    Content-Length: 0

                    """.formatted(method, DEPARTMENT, port, address, socket.getLocalPort())
                    .replace("\n", "\r\n");
            byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
            byte[] answer = new byte[4_096];
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            socket.setSoTimeout(300);
            socket.send(new DatagramPacket(bytes, bytes.length));
            DatagramPacket received = new DatagramPacket(answer, answer.length);
            socket.receive(received);
            return new String(answer, 0, received.getLength(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst();
        } catch (PortUnreachableException | SocketTimeoutException nobody) {
            return Optional.empty();
        }
    }

    /**
     * Connects the phones of some desks.
     *
     * @param desks the first two digits of their extensions
     * @param colleague the extension to which the phones that put callers through send them
     */
    public void phones(List<String> desks, String colleague) throws IOException {
        for (String desk : desks) {
            programs.add(sipp(
                    "phones-" + desk,
                    "phones",
                    List.of(
                            "-i",
                            "127.0.0.1" + desk,
                            "-p",
                            "" + phones,
                            "-key",
                            "colleague",
                            colleague + "@127.0.0.1:" + front)));
            // A phone that starts too late would miss the first moment of a ring.
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(20))
                    .atMost(TO_START)
                    .until(() -> isTaken(127, 0, 0, Integer.parseInt("1" + desk)));
        }
    }

    /** Whether a program listens at the phones' port of this address; to try to bind it would be in the program's way. */
    private boolean isTaken(int... address) throws IOException {
        String bytes = "%02X%02X%02X%02X".formatted(address[3], address[2], address[1], address[0]);
        return Files.readString(Path.of("/proc/net/udp")).contains(bytes + ":%04X".formatted(phones));
    }

    private Program sipp(String place, String scenario, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(sipp, "-sf", SCENARIOS.resolve(scenario + ".xml").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-nostdin", "-trace_logs", "-log_file", "heard.log", "-trace_err", "-error_file", "errors.log"));
        return Program.start(folder.resolve(place), Map.of(), command);
    }

    /**
     * Callers who dial at the same moment, each with a number of their own.
     *
     * @param scenario the file in {@code src/test/resources/sipp} without its ending
     * @param pause the length of the scenario's pause, such as the conversation
     */
    public Callers call(String scenario, Duration pause, String dialled, List<String> numbers) throws IOException {
        return call(scenario, pause, dialled, numbers, numbers.size());
    }

    /** @param atOnce how many of them dial at the same moment; the next dials as soon as one is done */
    public Callers call(String scenario, Duration pause, String dialled, List<String> numbers, int atOnce)
            throws IOException {
        Path place = folder.resolve("callers-" + ++callers);
        Files.createDirectories(place);
        Files.writeString(place.resolve("numbers.csv"), "SEQUENTIAL\n" + String.join("\n", numbers) + "\n");
        Program program = sipp(
                place.getFileName().toString(),
                scenario,
                List.of(
                        "-inf",
                        "numbers.csv",
                        "-i",
                        "127.0.0.1",
                        "-p",
                        "" + Program.freePort(),
                        "-s",
                        dialled,
                        "-m",
                        "" + numbers.size(),
                        "-l",
                        "" + atOnce,
                        "-r",
                        "" + numbers.size(),
                        "-rp",
                        "100",
                        "-d",
                        "" + pause.toMillis(),
                        "127.0.0.1:" + front));
        programs.add(program);
        return new Callers(program, place.resolve("heard.log"), place.resolve("errors.log"));
    }

    /** What all phones have written down so far, in the order of time. */
    public List<Heard> phonesHeard() {
        try (Stream<Path> places = Files.list(folder)) {
            return places.filter(place -> place.getFileName().toString().startsWith("phones-"))
                    .flatMap(place -> heard(place.resolve("heard.log")).stream())
                    .sorted(Comparator.comparingDouble(Heard::millis))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A line that is still being written is left out. */
    static List<Heard> heard(Path log) {
        if (!Files.exists(log)) {
            return List.of();
        }
        try {
            String text = Files.readString(log);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Heard::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void deleteTree() throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    /** Ends all programs; what they wrote down stays. */
    @Override
    public void close() {
        for (int i = programs.size() - 1; i >= 0; i--) {
            programs.get(i).close();
        }
    }
}
