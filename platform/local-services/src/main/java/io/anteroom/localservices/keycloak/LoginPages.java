package io.anteroom.localservices.keycloak;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Goes through Keycloak's pages as a browser without JavaScript would, for tests that need a person signed in but not a
 * page drawn. It stays on Keycloak and hands back the redirect that leads away. One instance is one browser: its cookies
 * last. (Java's own cookie store drops Keycloak's cookies, which are {@code Secure} on plain http://localhost as well.)
 */
public final class LoginPages {

    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /**
     * Signs in with a password.
     *
     * @param authorization the address the application sends the browser to
     * @return the address Keycloak sends the browser back to
     * @throws IOException if Keycloak does not accept the two; the text is its page
     */
    public URI signIn(URI authorization, String email, String password) throws IOException, InterruptedException {
        var page = open(authorization);
        if (page.statusCode() == 302) {
            return location(page);
        }
        if (!page.body().contains("name=\"password\"")) {
            page = submit(page, Map.of("username", email)); // Keycloak may ask for one after the other
        }
        return away(submit(page, Map.of("username", email, "password", password)));
    }

    /**
     * Sets a first password under a link of Anteroom's extension.
     *
     * @return the address Keycloak sends the browser to
     * @throws IOException if Keycloak does not accept it; the text is its page
     */
    public URI setPassword(URI link, String password) throws IOException, InterruptedException {
        return away(submit(open(link), Map.of("password-new", password, "password-confirm", password)));
    }

    private static URI away(HttpResponse<String> response) throws IOException {
        if (response.statusCode() != 302) {
            throw new IOException(response.statusCode() + " " + response.body());
        }
        return location(response);
    }

    private HttpResponse<String> open(URI address) throws IOException, InterruptedException {
        return follow(send(HttpRequest.newBuilder(address)), address);
    }

    private HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields)
            throws IOException, InterruptedException {
        var form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new IOException("No form on " + page.uri() + ": " + page.statusCode() + " " + page.body());
        }
        var action = URI.create(form.group(1).replace("&amp;", "&"));
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return follow(send(request), action);
    }

    /** Follows redirects for as long as they stay with Keycloak. */
    private HttpResponse<String> follow(HttpResponse<String> response, URI from)
            throws IOException, InterruptedException {
        var current = response;
        while (current.statusCode() == 302 && location(current).getAuthority().equals(from.getAuthority())) {
            current = send(HttpRequest.newBuilder(location(current)));
        }
        return current;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        var response = client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        for (var header : response.headers().allValues("Set-Cookie")) {
            var pair = header.substring(0, header.indexOf(';')).split("=", 2);
            if (pair[1].isEmpty() || HttpCookie.parse(header).getFirst().getMaxAge() == 0) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return response;
    }

    private static URI location(HttpResponse<String> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }
}
