package io.anteroom.server.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.anteroom.server.WholeApplication;
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
}
