package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import io.anteroom.server.WholeApplication;
import io.anteroom.webkit.Reply;
import io.anteroom.webkit.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The browser test that looks at every page has a list of them. A new page without a line there fails here, where it costs
 * nothing.
 */
@WholeApplication
class EveryPageIsWalkedTest {

    private static final Path LIST = Path.of("..", "demo", "src", "test", "resources", "pages.txt");
    private static final Set<Host> DOORS = Set.of(Host.PLATFORM, Host.STAFF, Host.OPERATORS, Host.PORTAL);

    @Test
    void theListOfPagesIsThatOfTheRoutes(@Autowired ApplicationContext application) throws IOException {
        var visitors = new Visitors(application);
        var routes = DOORS.stream()
                .flatMap(door -> visitors.routes(door).stream())
                .filter(route -> route.method().equals("GET"))
                .map(route -> route.host() + " " + route.pattern())
                .collect(Collectors.toSet());
        assertThat(Files.readAllLines(LIST).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(" - ", 2)[0].strip()))
                .as("each as HOST /path, and why it can't be walked, in %s", LIST)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(routes);
    }

    /** What a handler returns tells it: a page is {@link Content}, alone or within a {@link Reply}. */
    @Test
    void noPageIsListedAsAFile(@Autowired ApplicationContext application) throws IOException {
        Set<String> files = Files.readAllLines(LIST).stream()
                .filter(line -> line.endsWith(" - a file"))
                .map(line -> line.split(" - ", 2)[0])
                .collect(Collectors.toSet());
        var visitors = new Visitors(application);
        assertThat(DOORS.stream()
                        .flatMap(door -> visitors.routes(door).stream())
                        .filter(route -> files.contains(route.host() + " " + route.pattern()))
                        .filter(route -> {
                            var answer = route.handler().getReturnType().getParameterType();
                            return Content.class.isAssignableFrom(answer) || Reply.class.isAssignableFrom(answer);
                        }))
                .isEmpty();
    }
}
