package io.anteroom.tenantadmin.signin;

import io.anteroom.localservices.keycloak.LoginPages;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A browser of one member of staff: it keeps the cookies of the application and of Keycloak. It reaches the application by
 * address and {@code Host} header, which the build allows Java's client to set.
 */
final class StaffBrowser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final LoginPages keycloak = new LoginPages();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final int port;

    StaffBrowser(int port) {
        this.port = port;
    }

    /** Goes to {@code path} and through Keycloak, and gives the last answer of the application. */
    HttpResponse<String> signIn(String path, String email, String password) throws IOException, InterruptedException {
        var toKeycloak = follow(get(path));
        var callback = keycloak.signIn(location(toKeycloak), email, password);
        return follow(get(callback.getRawPath() + "?" + callback.getRawQuery()));
    }

    /** Follows redirects for as long as they stay with the application. */
    HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        var current = response;
        while (current.statusCode() / 100 == 3 && isOurs(location(current))) {
            var location = location(current);
            current = get(location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery()));
        }
        return current;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html"));
    }

    HttpResponse<String> getFragment(String path) throws IOException, InterruptedException {
        return send(request(path).header("HX-Request", "true"));
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Map<String, String> cookies() {
        return cookies;
    }

    static URI location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").map(URI::create).orElseThrow();
    }

    private boolean isOurs(URI location) {
        return location.getHost() == null || location.getHost().equals("app.localhost");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", "app.localhost:" + port);
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
