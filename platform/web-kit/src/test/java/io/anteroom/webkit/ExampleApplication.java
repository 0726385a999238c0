package io.anteroom.webkit;

import gg.jte.Content;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import io.anteroom.webkit.form.FormErrors;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.problem.NoSuchPageException;
import io.anteroom.webkit.problem.TooManyRequestsException;
import io.anteroom.webkit.security.Csrf;
import io.anteroom.webkit.security.RoleChain;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** A portal with a few pages, on the real server: what a role's module would be. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    ServletWebSecurityAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({WebKitConfiguration.class, ExampleApplication.Pages.class})
class ExampleApplication {

    @Bean
    TenantDirectory tenants() {
        return new TenantDirectory(JdbcClient.create(new DriverManagerDataSource())) {
            @Override
            public Optional<Tenant> bySlug(String slug) {
                return ExampleApplication.bySlug(slug);
            }
        };
    }

    @Bean
    @Order(1)
    SecurityFilterChain portal(HttpSecurity http, RoleChain chain) {
        return chain.begin(http, Host.PORTAL)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/private")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                        chain.entryPoint((request, response, e) -> response.sendRedirect("/sign-in"))))
                .build();
    }

    /** The suspended clinic has all a portal can show. */
    @Bean
    Brands brands() {
        return tenant -> tenant.slug().equals("closed")
                ? new Brand(
                        tenant.name(),
                        "/brand/logo/1.png",
                        Palette.ANTEROOM,
                        "Hello",
                        "+44 20 7946 0123",
                        null,
                        "/privacy")
                : Brand.plain(tenant.name());
    }

    private static Optional<Tenant> bySlug(String slug) {
        return switch (slug) {
            case "north" -> Optional.of(tenant(slug, "North <Clinic>", TenantState.ACTIVE));
            case "south" -> Optional.of(tenant(slug, "South Clinic", TenantState.ACTIVE));
            case "closed" -> Optional.of(tenant(slug, "Closed Clinic", TenantState.SUSPENDED));
            case "new" -> Optional.of(tenant(slug, "New Clinic", TenantState.PROVISIONING));
            case "gone" -> Optional.of(tenant(slug, "Gone Clinic", TenantState.DELETED));
            default -> Optional.empty();
        };
    }

    private static Tenant tenant(String slug, String name, TenantState state) {
        return new Tenant(
                new TenantId("aaaabbbbcccc"),
                slug,
                name,
                state,
                "GB",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"));
    }

    @Controller
    static class Pages {

        @GetMapping("/")
        Content home() {
            Brand brand = Brand.plain(CurrentTenant.get().name());
            return Layout.portal(PortalPage.signedOut("Home", brand), Csrf.field());
        }

        @GetMapping("/private")
        Reply secret() {
            return Reply.page(Csrf.field());
        }

        @GetMapping("/things/{id}")
        Content thing(@PathVariable long id) {
            if (id == 429) {
                throw new TooManyRequestsException(Duration.ofSeconds(90));
            }
            if (id == 404) {
                throw new NoSuchPageException();
            }
            throw new IllegalStateException("secret-of-the-exception");
        }

        @GetMapping("/broken-half-way")
        Content broken() {
            return output -> {
                output.writeContent("half a page");
                throw new IllegalStateException("secret-of-the-exception");
            };
        }

        @PostMapping("/things/{id}")
        Reply refuse() {
            return Reply.invalid(Layout.portal(
                    PortalPage.signedOut("Thing", Brand.plain("North")), FormErrors.ofForm("No such thing")));
        }

        @PostMapping("/things")
        Reply add() {
            return Reply.redirect("/").done("Thing <added>");
        }
    }
}
