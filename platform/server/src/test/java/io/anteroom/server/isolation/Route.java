package io.anteroom.server.isolation;

import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A route the application itself lists.
 *
 * @param host the front door it is on
 * @param method GET, POST ...
 * @param pattern its path with variables in braces
 */
record Route(Host host, String method, String pattern) {

    /** A variable with its pattern, which may itself have braces, as in {@code {id:[0-9a-f]{32}}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /** All routes that are on a host of ours. */
    static List<Route> all(Stream<RequestMappingHandlerMapping> mappings) {
        return mappings.flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .distinct()
                .toList();
    }

    private static Stream<Route> of(RequestMappingInfo mapping, HandlerMethod handler) {
        OnHost door = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OnHost.class);
        if (door == null) {
            return Stream.empty();
        }
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<String> names =
                methods.isEmpty() ? Stream.of("GET", "POST") : methods.stream().map(RequestMethod::name);
        return names.flatMap(
                method -> mapping.getPatternValues().stream().map(pattern -> new Route(door.value(), method, pattern)));
    }

    boolean isOn(Host door) {
        return host == door;
    }

    /** Its paths with each of {@code ids} in place of the variables, and {@code organisation} where one is named. */
    List<String> paths(String organisation, List<String> ids) {
        List<String> paths = new ArrayList<>();
        for (String id : ids) {
            String path = VARIABLE.matcher(pattern)
                    .replaceAll(variable ->
                            Matcher.quoteReplacement(variable.group(1).equals("organisation") ? organisation : id));
            if (!paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }
}
