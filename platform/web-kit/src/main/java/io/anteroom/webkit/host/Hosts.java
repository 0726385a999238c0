package io.anteroom.webkit.host;

import io.anteroom.webkit.WebSettings;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Tells by the host name which front door a request came to. Ports do not matter, proxies may change them. */
public final class Hosts {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final Map<String, Host> FIXED =
            Map.of("", Host.PLATFORM, "app", Host.STAFF, "ops", Host.OPERATORS, "inbox", Host.INBOX);

    private static final String READ = Hosts.class.getName();

    private final String base;

    /** Reads the base host of {@code settings}. */
    public Hosts(WebSettings settings) {
        this.base = settings.baseHost().replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
    }

    /** The front door {@code request} came to. */
    public Host of(HttpServletRequest request) {
        return label(request)
                .map(label -> FIXED.getOrDefault(label, Host.PORTAL))
                .orElse(Host.OTHER);
    }

    /** The slug in the host name, where it came to a portal's. */
    public Optional<String> slug(HttpServletRequest request) {
        return label(request).filter(label -> !FIXED.containsKey(label));
    }

    /** Matches what came to {@code host}; for a role's security chain. */
    public RequestMatcher matcher(Host host) {
        return request -> of(request) == host;
    }

    /** Asked a dozen times a request, by filters and mappings, so it is read once for each name. */
    private Optional<String> label(HttpServletRequest request) {
        String name = request.getServerName();
        if (request.getAttribute(READ) instanceof Read read && read.name().equals(name)) {
            return read.label();
        }
        Optional<String> label = label(name.toLowerCase(Locale.ROOT));
        request.setAttribute(READ, new Read(name, label));
        return label;
    }

    private Optional<String> label(String asked) {
        String name = asked.endsWith(".") ? asked.substring(0, asked.length() - 1) : asked;
        if (name.equals(base)) {
            return Optional.of("");
        }
        return name.endsWith("." + base)
                ? Optional.of(name.substring(0, name.length() - base.length() - 1))
                        .filter(label -> LABEL.matcher(label).matches())
                : Optional.empty();
    }

    private record Read(String name, Optional<String> label) {}
}
