package io.anteroom.server.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.anteroom.migrations.TenantSchemas;
import io.anteroom.server.isolation.Route;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.webkit.host.Host;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.servlet.HandlerMapping;

class RolesTest {

    /** The path of a page of each host that anybody may ask for. */
    private static final String FRONT = "/";

    @ParameterizedTest
    @CsvSource({
        "signup, PLATFORM, anteroom.test",
        "operator, OPERATORS, ops.anteroom.test",
        "staff, STAFF, app.anteroom.test",
        "portal, PORTAL, north.anteroom.test"
    })
    void aRoleStartsAloneAndServesItsOwnHost(String role, Host own, String ownHost) {
        try (ConfigurableApplicationContext application = RoleSettings.start(role)) {
            Running process = new Running(application);

            assertThat(hosts(application)).isEqualTo(EnumSet.of(own));
            assertThat(application.getBeansOfType(TenantSchemas.class)).isEmpty();
            assertThat(application.containsBean("worker")).isFalse();
            for (String host :
                    List.of("anteroom.test", "app.anteroom.test", "ops.anteroom.test", "north.anteroom.test")) {
                assertThat(process.get(host, FRONT).status())
                        .as(host)
                        .matches(status -> host.equals(ownHost) ? status < 400 : status == 404);
            }
            assertThat(process.get("anteroom.test", "/webhooks/stripe/platform").status())
                    .isEqualTo(404);
        }
    }

    @Test
    void theWorkerHasNoPagesButTheAddressesStripeCalls() {
        try (ConfigurableApplicationContext application = RoleSettings.start("worker")) {
            Running process = new Running(application);

            assertThat(hosts(application)).isEmpty();
            assertThat(routes(application))
                    .extracting(Route::toString)
                    .containsExactlyInAnyOrder(
                            "POST /webhooks/stripe/platform", "POST /webhooks/stripe/connect", "ANY /error");
            assertThat(application.containsBean("worker")).isTrue();
            assertThat(application.getBeansOfType(WorkHandler.class)).isNotEmpty();
            assertThat(process.post("anteroom.test", "/webhooks/stripe/platform")
                            .status())
                    .isEqualTo(400);
            for (String host : List.of("app.anteroom.test", "ops.anteroom.test", "north.anteroom.test")) {
                assertThat(process.post(host, "/webhooks/stripe/platform").status())
                        .as(host)
                        .isEqualTo(404);
            }
            assertThat(process.get("anteroom.test", FRONT).status()).isEqualTo(404);
        }
    }

    @Test
    void aProcessThatNamesNoRoleDoesNotStart() {
        assertThatThrownBy(() -> RoleSettings.start("").close()).hasStackTraceContaining("No role is named");
    }

    /** The hosts whose pages the application makes. */
    private static Set<Host> hosts(ConfigurableApplicationContext application) {
        return routes(application).stream()
                .map(Route::host)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Host.class)));
    }

    private static List<Route> routes(ConfigurableApplicationContext application) {
        return Route.all(application.getBeansOfType(HandlerMapping.class).values());
    }
}
