package io.anteroom.tenantadmin.signin;

import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.keycloak.KeycloakConfiguration;
import io.anteroom.webkit.keycloak.KeycloakSignIn;
import io.anteroom.webkit.keycloak.KeycloakSignInMetrics;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.RoleChain;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The security chain of the staff's host. What it does not name is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffSettings.class)
@Import(KeycloakConfiguration.class)
class SignInConfiguration {

    private static final List<String> SCOPES = List.of("openid", "organization:*");

    @Bean
    @Order(20)
    SecurityFilterChain staffChain(
            HttpSecurity http,
            RoleChain roles,
            StaffSettings settings,
            KeycloakSignIn staffSignIn,
            Clock clock,
            TenantDirectory tenants,
            ProblemPages problems,
            FirstEntry firstEntry) {
        var freshness = new Freshness(settings.membershipAge(), staffSignIn, clock);
        return staffSignIn
                .begin(
                        http,
                        roles,
                        Host.STAFF,
                        token -> new SignedInStaff(token, clock.instant()),
                        settings.longest(),
                        clock)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/", "/organisations")
                        .authenticated()
                        .requestMatchers("/o/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(
                        new OrganisationFilter(tenants, freshness, problems, firstEntry), AuthorizationFilter.class)
                .build();
    }

    @Bean
    KeycloakSignIn staffSignIn(
            StaffSettings settings, Links links, ProblemPages problems, KeycloakSignInMetrics metrics) {
        return new KeycloakSignIn(settings.client(), links::staff, SCOPES, problems, metrics);
    }
}
