package io.rotadesk.nodes;

import io.rotadesk.RotaDeskApplication;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The application in a process of its own, on an existing database. */
public final class OtherNode {

    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern READY = Pattern.compile("Started RotaDeskApplication");

    private final Process process;
    private final String address;

    private OtherNode(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it is ready. */
    public static OtherNode on(String databaseUrl) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        // Runs in a language with another small I, which must make no difference.
                        "-Duser.language=tr",
                        "-cp",
                        withoutTests(System.getProperty("java.class.path")),
                        RotaDeskApplication.class.getName(),
                        "--server.port=0",
                        "--rotadesk.demo=false",
                        "--spring.datasource.url=" + databaseUrl,
                        "--spring.datasource.hikari.maximum-pool-size=10"))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        String address = null;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher port = PORT.matcher(line);
            if (port.find()) {
                address = "http://localhost:" + port.group(1);
            }
            if (READY.matcher(line).find()) {
                Thread reader = new Thread(() -> output.lines().forEach(ignored -> {}), "output of the other node");
                reader.setDaemon(true);
                reader.start();
                return new OtherNode(process, address);
            }
        }
        throw new IllegalStateException("The other node did not come up:\n" + said);
    }

    /** @return scheme, host and port */
    public String address() {
        return address;
    }

    /** Kills it at once, as if the machine lost its power. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * Leaves out the classes for tests, such as a clock that stands still, since they are no part of the application.
     */
    private static String withoutTests(String classPath) {
        return Arrays.stream(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.replaceFirst("/$", "").endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
