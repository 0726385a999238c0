package io.anteroom.controlplane.operator;

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

/** A browser on the operators' host, which keeps the cookies of the application and of Keycloak. */
final class OperatorBrowser {

    private final HttpClient client = HttpClient.newHttpClient();
    private final LoginPages keycloak = new LoginPages();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final int port;

    OperatorBrowser(int port) {
        this.port = port;
    }

    /** Goes to {@code path} and through Keycloak, and gives the last answer of the application. */
    HttpResponse<String> signIn(String path, String email, String password) throws IOException, InterruptedException {
        var callback = keycloak.signIn(location(follow(get(path))), email, password);
        return follow(get(callback.getRawPath() + "?" + callback.getRawQuery()));
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

    /** Follows redirects for as long as they stay with the application. */
    private HttpResponse<String> follow(HttpResponse<String> response) throws IOException, InterruptedException {
        var current = response;
        while (current.statusCode() / 100 == 3 && isOurs(location(current))) {
            var next = location(current);
            current = get(next.getRawPath() + (next.getRawQuery() == null ? "" : "?" + next.getRawQuery()));
        }
        return current;
    }

    private static boolean isOurs(URI location) {
        return location.getHost() == null || location.getHost().equals("ops.localhost");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Host", "ops.localhost:" + port);
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
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
