package io.rotadesk.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/** A browser as far as logins are concerned: it keeps cookies, sends forms and does not follow redirects. */
public class Browser {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;

    public Browser(int port) {
        origin = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html,application/json"));
    }

    /** @param headers names and values in turn */
    HttpResponse<String> getWith(String path, String... headers) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).headers(headers));
    }

    public HttpResponse<String> form(String path, String... namesAndValues) {
        return formFrom("", path, namesAndValues);
    }

    /** @param page the origin of the page with the form; empty if the browser does not say it */
    HttpResponse<String> formFrom(String page, String path, String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.add(namesAndValues[i] + "=" + URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder form = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
        return send(page.isEmpty() ? form : form.header("Origin", page));
    }

    /** JSON without any token. */
    HttpResponse<String> json(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** Sends JSON with the token of the cookie, like a script of Camunda's web applications. */
    HttpResponse<String> camundaPost(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpResponse<String> camundaDelete(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .DELETE());
    }

    /** @return a future that is done when the stream of events has ended */
    CompletableFuture<Void> stream(String path) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept", "text/event-stream")
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenAccept(answer -> {
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " was answered with " + answer.statusCode());
            }
        });
    }

    /** A page listens, until the connection is closed. @param headers names and values in turn */
    public InputStream listen(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/event-stream");
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<InputStream> answer = client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream())
                .join();
        if (answer.statusCode() != 200) {
            throw new AssertionError(path + " was answered with " + answer.statusCode());
        }
        return answer.body();
    }

    /** The same with any method; an empty body is none. */
    HttpResponse<String> camunda(String method, String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", cookie("XSRF-TOKEN"))
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json)));
    }

    /** @return where the login leads to */
    public String login(String login, String password) {
        return form("/login", "username", login, "password", password, "_csrf", csrfOf("/login"))
                .headers()
                .firstValue("Location")
                .orElseThrow();
    }

    public String csrfOf(String page) {
        var found = CSRF.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("No form with a token on " + page);
        }
        return found.group(1);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElseThrow();
    }

    void drop(String cookie) {
        cookies.getCookieStore().getCookies().stream()
                .filter(one -> one.getName().equals(cookie))
                .toList()
                .forEach(one -> cookies.getCookieStore().remove(URI.create(origin), one));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
