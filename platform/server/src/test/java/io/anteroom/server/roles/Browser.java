package io.anteroom.server.roles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Keeps cookies and sends forms as the page before said, at one host of a running application. */
final class Browser {

    private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: ([^=]+)=([^;\r]*)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Running application;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(Running application, String host) {
        this.application = application;
        this.host = host;
    }

    Running.Answer get(String path) {
        return keep(application.send("GET " + path + " HTTP/1.0\r\n" + head() + "\r\n"));
    }

    /** Opens the front page for a token, and sends {@code field}, a name and a value, with it. */
    Running.Answer post(String path, String field) {
        Matcher token = TOKEN.matcher(
                get(path.startsWith("/sign-in/code") ? path : front()).all());
        String body = "_csrf=" + encoded(token.find() ? token.group(1) : "");
        int equals = field.indexOf('=');
        if (equals > 0) {
            body += "&" + field.substring(0, equals) + "=" + encoded(field.substring(equals + 1));
        }
        return keep(application.send("POST " + path + " HTTP/1.0\r\n" + head()
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body));
    }

    /** The values of all cookies held. */
    String cookies() {
        return String.join("; ", cookies.values());
    }

    private String front() {
        return cookies.keySet().stream().anyMatch(name -> name.endsWith("portal-session")) ? "/invoices/1" : "/sign-in";
    }

    private String head() {
        String held = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return "Host: " + host + "\r\n" + (held.isEmpty() ? "" : "Cookie: " + held + "\r\n");
    }

    private Running.Answer keep(Running.Answer answer) {
        COOKIE.matcher(answer.all()).results().forEach(cookie -> {
            if (cookie.group(2).isEmpty()) {
                cookies.remove(cookie.group(1));
            } else {
                cookies.put(cookie.group(1), cookie.group(2));
            }
        });
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
