package io.rotadesk.platform.door;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** Requests as no client of a library would send them. */
public record RawHttp(int port) {

    private static final int PATIENCE_MILLIS = 20_000;

    /** @return everything that is received until the connection ends or nothing more arrives */
    public String send(String request) throws IOException {
        return send(request.getBytes(StandardCharsets.UTF_8));
    }

    public String send(byte[] request) throws IOException {
        try (Socket connection = new Socket("127.0.0.1", port)) {
            connection.setSoTimeout(PATIENCE_MILLIS);
            Thread sending = new Thread(() -> {
                try {
                    connection.getOutputStream().write(request);
                    connection.getOutputStream().flush();
                } catch (IOException e) {
                    // The answer shows it.
                }
            });
            sending.start();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            InputStream in = connection.getInputStream();
            try {
                in.transferTo(answer);
            } catch (SocketTimeoutException silent) {
                // Nothing more arrives.
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    /** @return the status of the first answer; 0 when there was none */
    public static int status(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }

    public static String get(String target, String... headers) {
        return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + lines(headers) + "\r\n";
    }

    public static String post(String target, String body, String... headers) {
        return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + lines(headers) + "\r\n" + body;
    }

    public static String chunked(String target, String body, String... headers) {
        StringBuilder request = new StringBuilder("POST " + target
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n"
                + lines(headers) + "\r\n");
        for (int from = 0; from < body.length(); from += 1000) {
            String piece = body.substring(from, Math.min(body.length(), from + 1000));
            request.append(Integer.toHexString(piece.length()))
                    .append("\r\n")
                    .append(piece)
                    .append("\r\n");
        }
        return request.append("0\r\n\r\n").toString();
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }
}
