package io.anteroom.helm;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One host of a running role as a browser sees it: it keeps cookies and sends forms with the page's token. */
final class Site {

    private final RunningRole role;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    Site(RunningRole role, String host) {
        this.role = role;
        this.host = host;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(role.web(path)).build());
    }

    /** Sends a form; the token is that of the page opened last. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        if (token.isEmpty()) {
            get(path);
        }
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token);
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
        return send(request(role.web(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    /** What the role says of itself to a collector. */
    String figures() throws IOException, InterruptedException {
        return send(request(role.management("/actuator/prometheus")).build()).body();
    }

    /** What stands in a page's field. */
    static String field(String page, String name) {
        Matcher field =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        return field.find() ? field.group(1) : "";
    }

    private HttpRequest.Builder request(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofMinutes(1))
                .header("Host", host)
                .header("Accept", "text/html,*/*");
        String held = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(joining("; "));
        return held.isEmpty() ? request : request.header("Cookie", held);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            for (String set : answer.headers().allValues("Set-Cookie")) {
                String cookie = set.replaceFirst(";.*", "");
                int equals = cookie.indexOf('=');
                cookies.put(cookie.substring(0, equals), cookie.substring(equals + 1));
            }
            String offered = field(answer.body(), "_csrf");
            token = offered.isEmpty() ? token : offered;
            return answer;
        }
    }
}
