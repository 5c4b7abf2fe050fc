package io.rotadesk.staff.notice.channel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server that takes the place of a robot's: it answers what a test says, and remembers what it was sent. */
final class RobotServer implements AutoCloseable {

    static final String WECOM_OK = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    static final String FEISHU_OK = "{\"code\":0,\"msg\":\"success\",\"data\":{}}";

    /** What it was sent. */
    record Received(String query, String body, Map<String, List<String>> headers) {

        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    private interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Deque<Script> scripts = new ArrayDeque<>();
    private final List<Received> received = new ArrayList<>();

    RobotServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?key=very-secret");
    }

    /** The next messages are answered so, one after the other; all others with success in every robot's words. */
    synchronized RobotServer answers(int status, String body, String... headers) {
        scripts.add(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            reply(exchange, status, body);
        });
        return this;
    }

    /** The next message gets no answer until the test ends. */
    synchronized void neverAnswers() {
        scripts.add(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** The next answer breaks off in the middle. */
    synchronized void breaksOff() {
        scripts.add(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write("{\"errcode\":".getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            throw new IOException("cut off");
        });
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Script script;
        synchronized (this) {
            received.add(new Received(
                    exchange.getRequestURI().getRawQuery(), body, Map.copyOf(exchange.getRequestHeaders())));
            script = scripts.isEmpty() ? this::success : scripts.poll();
        }
        script.answer(exchange);
    }

    private void success(HttpExchange exchange) throws IOException {
        reply(exchange, 200, "{\"errcode\":0,\"errmsg\":\"ok\",\"code\":0,\"msg\":\"success\"}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    synchronized List<Received> received() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
