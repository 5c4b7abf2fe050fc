package io.rotadesk.petition.attachment;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A bucket that checks signatures as S3 does (AWS Signature Version 4). */
final class FakeS3 implements AutoCloseable {

    static final String SECRET = "secret of the desk";

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, byte[]> objects = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean failing;
    private volatile boolean stalling;

    FakeS3() throws IOException {
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** The contents by their paths. */
    Map<String, byte[]> objects() {
        return objects;
    }

    void fails(boolean fails) {
        failing = fails;
    }

    /** From now on it begins to answer, and never comes to an end. */
    void stalls() {
        stalling = true;
    }

    private void stall(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        exchange.getResponseBody().write(new byte[10]);
        exchange.getResponseBody().flush();
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String path = exchange.getRequestURI().getPath();
            if (stalling) {
                stall(exchange);
            } else if (failing) {
                exchange.sendResponseHeaders(503, -1);
            } else if (!isSigned(exchange, body)) {
                exchange.sendResponseHeaders(403, -1);
            } else if (exchange.getRequestMethod().equals("PUT")) {
                objects.put(path, body);
                exchange.sendResponseHeaders(200, -1);
            } else if (exchange.getRequestMethod().equals("DELETE")) {
                objects.remove(path);
                exchange.sendResponseHeaders(204, -1);
            } else if (objects.containsKey(path)) {
                exchange.sendResponseHeaders(200, objects.get(path).length);
                exchange.getResponseBody().write(objects.get(path));
            } else {
                exchange.sendResponseHeaders(404, -1);
            }
        }
    }

    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null || !authorization.startsWith("AWS4-HMAC-SHA256 Credential=desk/")) {
            return false;
        }
        String scope = part(authorization, "Credential").substring("desk/".length());
        String names = part(authorization, "SignedHeaders");
        String sum = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        if (!sum.equals("UNSIGNED-PAYLOAD") && !sum.equals(hash(body))) {
            return false;
        }
        String headers = Arrays.stream(names.split(";"))
                .map(name ->
                        name + ":" + exchange.getRequestHeaders().getFirst(name).strip() + "\n")
                .collect(Collectors.joining());
        String request = exchange.getRequestMethod() + "\n"
                + exchange.getRequestURI().getRawPath() + "\n\n" + headers + "\n" + names + "\n" + sum;
        String toSign = "AWS4-HMAC-SHA256\n" + exchange.getRequestHeaders().getFirst("x-amz-date") + "\n" + scope + "\n"
                + hash(request.getBytes(StandardCharsets.UTF_8));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String step : scope.split("/")) {
            key = sign(key, step);
        }
        return HexFormat.of().formatHex(sign(key, toSign)).equals(part(authorization, "Signature"));
    }

    private static String part(String authorization, String name) {
        String from = authorization.substring(authorization.indexOf(name + "=") + name.length() + 1);
        return from.split(",")[0].strip();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
