package io.anteroom.server.isolation;

import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * A route the application itself lists.
 *
 * @param host the front door it is on; null for the few that stand on none and keep themselves
 * @param method GET, POST ..., or ANY
 * @param pattern its path with variables in braces
 * @param handler what answers there
 */
public record Route(@Nullable Host host, String method, String pattern, HandlerMethod handler) {

    /** A variable with its pattern, which may itself have braces, as in {@code {id:[0-9a-f]{32}}}. */
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z]+)(?::(?:[^{}]|\\{[^{}]*})*)?}");

    /**
     * All routes of an application.
     *
     * @throws IllegalStateException if one of {@code mappings} leads somewhere and not by routes, so that they are not all
     */
    public static List<Route> all(Collection<HandlerMapping> mappings) {
        return mappings.stream().flatMap(Route::of).toList();
    }

    private static Stream<Route> of(HandlerMapping mapping) {
        return switch (mapping) {
            case RequestMappingInfoHandlerMapping routes ->
                routes.getHandlerMethods().entrySet().stream().flatMap(entry -> of(entry.getKey(), entry.getValue()));
            case AbstractUrlHandlerMapping urls when urls.getHandlerMap().isEmpty() -> Stream.empty();
            case RouterFunctionMapping functions when functions.getRouterFunction() == null -> Stream.empty();
            default -> throw new IllegalStateException("What does this lead to? " + mapping);
        };
    }

    private static Stream<Route> of(RequestMappingInfo mapping, HandlerMethod handler) {
        OnHost door = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OnHost.class);
        Host host = door == null ? null : door.value();
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        Stream<String> names = methods.isEmpty() ? any(host) : methods.stream().map(RequestMethod::name);
        return names.flatMap(method ->
                mapping.getPatternValues().stream().map(pattern -> new Route(host, method, pattern, handler)));
    }

    private static Stream<String> any(@Nullable Host host) {
        return host == null ? Stream.of("ANY") : Stream.of("GET", "POST");
    }

    boolean isOn(Host door) {
        return host == door;
    }

    /**
     * Its paths with each of {@code ids} in place of the variables, and {@code organisation} where one is named. What goes by
     * a reference that nobody guesses is called by that of {@link TwoClinics#reference(String)}.
     */
    public List<String> paths(String organisation, List<String> ids) {
        List<String> paths = new ArrayList<>();
        for (String id : ids) {
            String path = VARIABLE.matcher(pattern)
                    .replaceAll(variable -> Matcher.quoteReplacement(
                            switch (variable.group(1)) {
                                case "organisation" -> organisation;
                                case "reference" -> TwoClinics.reference(id);
                                default -> id;
                            }));
            if (!paths.contains(path)) {
                paths.add(path);
            }
        }
        return paths;
    }

    /** As in {@code GET /invoices/{id}}. */
    @Override
    public String toString() {
        return method + " " + pattern;
    }
}
