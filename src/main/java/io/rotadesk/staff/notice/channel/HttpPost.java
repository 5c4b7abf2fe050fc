package io.rotadesk.staff.notice.channel;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Posts JSON within a time, follows no redirects, and reads no more of the answer than is shown. Nothing here is logged:
 * addresses of robots are secrets.
 */
@Component
class HttpPost {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 16_384;

    private final AddressCheck check;
    private final Duration whole;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    HttpPost(AddressCheck check, @Value("${rotadesk.notify.timeout:10s}") Duration whole) {
        this.check = check;
        this.whole = whole;
    }

    /** An answer with its status and the beginning of its body. */
    record Reply(int status, String body, Duration retryAfter) {}

    /** @param read what an answer means that came with status 200 to 299 */
    Answer post(URI address, String json, Map<String, String> headers, Function<Reply, Answer> read) {
        try {
            if (!check.isWellFormed(address) || !check.isOutside(address)) {
                return Answer.refused("The address is inside this network or not https");
            }
        } catch (UnknownHostException e) {
            return Answer.failed("No computer of that name");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(whole)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        AtomicReference<InputStream> body = new AtomicReference<>();
        CompletableFuture<Reply> reply = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .thenApplyAsync(response -> read(response, body));
        try {
            return judge(reply.get(whole.toMillis(), TimeUnit.MILLISECONDS), read);
        } catch (ExecutionException e) {
            return Answer.failed(words(e.getCause()));
        } catch (TimeoutException e) {
            reply.cancel(true);
            close(body.get());
            return Answer.failed("No answer within " + whole.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Answer.failed("The application stops");
        }
    }

    private static Answer judge(Reply reply, Function<Reply, Answer> read) {
        int status = reply.status();
        if (status == 429) {
            return Answer.limited("HTTP 429 " + reply.body(), reply.retryAfter());
        }
        if (status / 100 == 2) {
            return read.apply(reply);
        }
        String said = "HTTP " + status + " " + reply.body();
        return status >= 500 || status == 408 ? Answer.failed(said) : Answer.refused(said);
    }

    private static Reply read(HttpResponse<InputStream> response, AtomicReference<InputStream> open) {
        open.set(response.body());
        try (InputStream body = response.body()) {
            String text = new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            return new Reply(response.statusCode(), text, retryAfter(response));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Duration retryAfter(HttpResponse<?> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(text -> text.matches("[0-9]{1,5}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .orElse(null);
    }

    private static String words(Throwable cause) {
        if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
            return "No connection";
        }
        if (cause instanceof HttpTimeoutException) {
            return "No answer in time";
        }
        return "The connection broke: " + cause.getClass().getSimpleName();
    }

    private static void close(InputStream body) {
        try {
            if (body != null) {
                body.close();
            }
        } catch (IOException ignored) {
            // It is given up anyway.
        }
    }
}
