package io.anteroom.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser at one host: keeps cookies, and sends forms with the token of the page before. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Wire wire;
    private final String host;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    /** Over {@code wire}, which visitors of one thread may share. */
    public Visitor(Wire wire, String host) {
        this.wire = wire;
        this.host = host;
    }

    /** Opens a page. */
    public Wire.Answer get(String path) throws IOException {
        return keep(wire.send(Wire.get(host, path, cookies())));
    }

    /** Sends a form, given as names and values in turn. */
    public Wire.Answer post(String path, String... fields) throws IOException {
        StringBuilder form = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        String request = "POST " + path + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + cookies()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length() + "\r\n\r\n"
                + form;
        return keep(wire.send(request.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private Wire.Answer keep(Wire.Answer answer) {
        answer.headers().stream()
                .filter(line -> line.regionMatches(true, 0, "set-cookie:", 0, 11))
                .map(line -> line.substring(11).strip().split(";", 2)[0].split("=", 2))
                .forEach(cookie -> {
                    if (cookie[1].isEmpty()) {
                        cookies.remove(cookie[0]);
                    } else {
                        cookies.put(cookie[0], cookie[1]);
                    }
                });
        Matcher found = TOKEN.matcher(answer.text());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
