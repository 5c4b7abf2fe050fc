package io.rotadesk.bench;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** (l) The time until the packaged application is ready, with an empty database and then with the same again. */
final class StartUp {

    private static final Path JAR = Path.of("target/rota-desk.jar");
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final Path folder;
    private final HttpClient http = HttpClient.newHttpClient();

    StartUp(BenchSettings settings) {
        this.folder = settings.folder();
    }

    void run(Report report) throws IOException, InterruptedException {
        if (!Files.exists(JAR)) {
            report.text("\n(l) The start is left out: there is no " + JAR + ".");
            return;
        }
        Path database = folder.resolve("start-postgresql").toAbsolutePath();
        RotaDesk.deleteTree(database);
        var table = report.table("start", "(l) Start of the jar until it is ready", "database", "s");
        table.row("empty", secondsUntilReady(database));
        double again = secondsUntilReady(database);
        table.row("as the first start left it", again);
        report.result("start.ready", again);
        RotaDesk.deleteTree(database);
    }

    private double secondsUntilReady(Path database) throws IOException, InterruptedException {
        Path log = Files.createDirectories(folder).resolve("start.log");
        long began = System.nanoTime();
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        JAR.toString(),
                        "--server.port=0",
                        "--rotadesk.database.directory=" + database))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            while (!ready(log.toFile())) {
                if (!process.isAlive() || System.nanoTime() - began > LONGEST.toNanos()) {
                    throw new IllegalStateException("The jar did not get ready; see " + log);
                }
                Thread.sleep(20);
            }
            return (System.nanoTime() - began) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private boolean ready(File log) throws IOException, InterruptedException {
        Matcher port = PORT.matcher(Files.readString(log.toPath()));
        if (!port.find()) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port.group(1) + "/actuator/health/readiness"))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
