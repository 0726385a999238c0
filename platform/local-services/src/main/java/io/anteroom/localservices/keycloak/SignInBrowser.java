package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One person's browser without JavaScript, for tests of signing in: it keeps the cookies of the application and of Keycloak.
 * It reaches the application on {@code 127.0.0.1} and by the {@code Host} header, which Java's client must be allowed to set
 * ({@code jdk.httpclient.allowRestrictedHeaders=host}).
 */
public final class SignInBrowser {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final LoginPages keycloak = new LoginPages();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final String host;
    private final int port;

    /**
     * @param host the application's, without a port, such as {@code app.localhost}
     * @param port the one the application answers on
     */
    public SignInBrowser(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /** Goes to {@code path} and through Keycloak, and gives the last answer of the application. */
    public HttpResponse<String> signIn(String path, String email, String password)
            throws IOException, InterruptedException {
        var toKeycloak = follow(get(path));
        var callback = keycloak.signIn(location(toKeycloak), email, password);
        return follow(get(callback.getRawPath() + "?" + callback.getRawQuery()));
    }

    /** Follows redirects for as long as they stay with the application. */
    public HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        var current = response;
        while (current.statusCode() / 100 == 3 && isOurs(location(current))) {
            var location = location(current);
            current = get(location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery()));
        }
        return current;
    }

    /** Opens a page. */
    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    /** Asks for a part of a page, as htmx does. */
    public HttpResponse<String> getFragment(String path) throws IOException, InterruptedException {
        return send(request(path).header("HX-Request", "true"));
    }

    /** Sends a form, URL-encoded. */
    public HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** The application's cookies as they are now; what is taken out here is not sent any more. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Where a redirect leads. */
    public static URI location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").map(URI::create).orElseThrow();
    }

    private boolean isOurs(URI location) {
        return location.getHost() == null || location.getHost().equals(host);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Host", host + ":" + port);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        for (var header : response.headers().allValues("Set-Cookie")) {
            for (var cookie : HttpCookie.parse(header)) {
                if (cookie.getValue().isEmpty() || cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), cookie.getValue());
                }
            }
        }
        return response;
    }
}
