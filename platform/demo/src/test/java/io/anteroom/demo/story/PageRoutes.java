package io.anteroom.demo.story;

import io.anteroom.demo.RunningDemo;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.OnHost;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/** What can be asked for with GET, by the application's own routes. */
final class PageRoutes {

    private static final Set<Host> DOORS = Set.of(Host.PLATFORM, Host.STAFF, Host.OPERATORS, Host.PORTAL);

    /**
     * One of them.
     *
     * @param host the front door it is on
     * @param pattern its path with variables in braces
     */
    record PageRoute(Host host, PathPattern pattern) {

        /** As in a list: {@code PORTAL /invoices/{id}}. */
        @Override
        public String toString() {
            return host + " " + pattern.getPatternString();
        }
    }

    private final List<PageRoute> routes;

    PageRoutes(ApplicationContext application) {
        routes = application.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .distinct()
                .toList();
    }

    private static Stream<PageRoute> of(RequestMappingInfo info, HandlerMethod handler) {
        OnHost door = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), OnHost.class);
        var patterns = info.getPathPatternsCondition();
        if (door == null
                || !DOORS.contains(door.value())
                || patterns == null
                || !info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
            return Stream.empty();
        }
        return patterns.getPatterns().stream().map(pattern -> new PageRoute(door.value(), pattern));
    }

    private static final class Shared {
        private static final PageRoutes INSTANCE =
                new PageRoutes(RunningDemo.shared().application());
    }

    /** Those of the demo that all tests share. */
    static PageRoutes shared() {
        return Shared.INSTANCE;
    }

    /** The one that answers at a whole address of the demo's. */
    Optional<PageRoute> at(String address) {
        var uri = URI.create(address);
        var demo = RunningDemo.shared();
        if (uri.getPort() != demo.port() || uri.getHost() == null) {
            return Optional.empty();
        }
        var host = switch (uri.getHost().replaceFirst("\\.?localhost$", "")) {
            case "" -> Host.PLATFORM;
            case "app" -> Host.STAFF;
            case "ops" -> Host.OPERATORS;
            case "inbox" -> Host.INBOX;
            default -> Host.PORTAL;
        };
        return at(host, uri.getRawPath());
    }

    List<PageRoute> all() {
        return routes;
    }

    /** The one that answers at {@code path} on that front door. */
    Optional<PageRoute> at(Host host, String path) {
        var container = PathContainer.parsePath(path.replaceFirst("\\?.*", ""));
        return routes.stream()
                .filter(route -> route.host() == host && route.pattern().matches(container))
                .min((one, other) -> PathPattern.SPECIFICITY_COMPARATOR.compare(one.pattern(), other.pattern()));
    }
}
