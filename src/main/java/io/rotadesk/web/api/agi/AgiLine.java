package io.rotadesk.web.api.agi;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One connection of a dialplan, line by line. What the peer sends is limited in size and time. */
final class AgiLine implements Closeable {

    /** Asterisk's answer to a command. */
    record Reply(int code, String result, String data) {

        /** The channel is gone. */
        static final Reply DEAD = new Reply(511, "-1", "");

        boolean isDead() {
            return code == DEAD.code || code == 200 && result.equals("-1");
        }
    }

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_LINES = 200;

    private final Socket socket;
    private final InputStream in;
    private boolean hungUp;

    AgiLine(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
    }

    /** Whether the peer has said that the caller is gone. */
    boolean hungUp() {
        return hungUp;
    }

    /**
     * What the peer says at the beginning, by name without {@code agi_}.
     *
     * @throws IOException if it does not come within the time, or is too much
     */
    Map<String, String> environment(Duration within) throws IOException {
        long until = System.nanoTime() + within.toNanos();
        Map<String, String> environment = new LinkedHashMap<>();
        for (int i = 0; i < MOST_LINES; i++) {
            String line = read(until);
            if (line.isEmpty()) {
                return environment;
            }
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                environment.put(
                        name.replaceFirst("^agi_", ""),
                        line.substring(colon + 1).strip());
            }
        }
        throw new IOException("too many lines");
    }

    /**
     * Sends a command and waits for its end.
     *
     * @throws IOException if the peer is gone or does not answer within the time
     */
    Reply send(String command, Duration within) throws IOException {
        socket.getOutputStream().write((command + "\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        long until = System.nanoTime() + within.toNanos();
        for (int i = 0; i < MOST_LINES; i++) {
            String line = read(until);
            if (line.equals("HANGUP")) {
                hungUp = true;
            } else if (line.matches("[0-9]{3}( .*)?")) {
                return reply(line);
            }
            // Anything else is a line of a longer answer, or nothing that we know.
        }
        throw new IOException("no answer to a command");
    }

    /** Lets the time pass, unless the peer says meanwhile that the caller is gone. */
    void rest(Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        try {
            while (!hungUp && System.nanoTime() < until) {
                hungUp = read(until).equals("HANGUP");
            }
        } catch (SocketTimeoutException passed) {
            // As expected: nothing is said.
        }
    }

    private Reply reply(String line) {
        int code = Integer.parseInt(line.substring(0, 3));
        String text = line.substring(3).strip();
        String result = "";
        String data = "";
        if (text.startsWith("result=")) {
            int end = text.indexOf(' ');
            result = text.substring("result=".length(), end < 0 ? text.length() : end);
            int open = text.indexOf('(');
            int close = text.lastIndexOf(')');
            data = open >= 0 && close > open ? text.substring(open + 1, close) : "";
        }
        Reply reply = new Reply(code, result, data);
        hungUp = hungUp || reply.isDead();
        return reply;
    }

    /** @throws IOException at the end of the stream, after the time, and for a line that is too long */
    private String read(long until) throws IOException {
        byte[] bytes = new byte[LONGEST_LINE];
        int length = 0;
        while (true) {
            long left = Duration.ofNanos(until - System.nanoTime()).toMillis();
            if (left <= 0) {
                throw new SocketTimeoutException("the peer is too slow");
            }
            socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
            int one = in.read();
            if (one < 0) {
                hungUp = true;
                throw new IOException("the peer has closed the connection");
            }
            if (one == '\n') {
                return new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
            }
            if (length == LONGEST_LINE) {
                throw new IOException("a line is too long");
            }
            bytes[length++] = (byte) one;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
