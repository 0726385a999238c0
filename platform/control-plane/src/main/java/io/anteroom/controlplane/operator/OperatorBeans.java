package io.anteroom.controlplane.operator;

import io.anteroom.controlplane.templates.StaticTemplates;
import io.anteroom.webkit.PageWriter;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.keycloak.HostSessions;
import io.anteroom.webkit.keycloak.KeycloakConfiguration;
import io.anteroom.webkit.keycloak.KeycloakSignIn;
import io.anteroom.webkit.keycloak.KeycloakSignInMetrics;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.transaction.PlatformTransactionManager;

/** The security chain of the operators' host, their sessions and their log. What the chain does not name is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OperatorSettings.class)
@Import(KeycloakConfiguration.class)
public class OperatorBeans {

    private static final String[] PAGES = {"/", "/tenants", "/tenants/**", "/schemas", "/work", "/work/**", "/log"};

    @Bean
    @Order(30)
    SecurityFilterChain operatorChain(
            HttpSecurity http,
            RoleChain roles,
            OperatorSettings settings,
            @Qualifier("operatorSignIn") KeycloakSignIn keycloak,
            Clock clock) {
        return keycloak.begin(
                        http,
                        roles,
                        Host.OPERATORS,
                        token -> new SignedInOperator(token, settings.realmRole(), clock.instant()),
                        settings.longest(),
                        clock)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(refused(keycloak)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PAGES)
                        .hasAuthority(SignedInOperator.AUTHORITY)
                        .anyRequest()
                        .denyAll())
                .addFilterBefore(new RoleFreshness(settings.roleAge(), keycloak, clock), AuthorizationFilter.class)
                .build();
    }

    @Bean
    KeycloakSignIn operatorSignIn(
            OperatorSettings settings, Links links, ProblemPages problems, KeycloakSignInMetrics metrics) {
        return new KeycloakSignIn(settings.client(), links::operators, List.of("openid"), problems, metrics);
    }

    /** Not to be had by its type alone: a process may have the staff's sessions too. */
    @Bean(defaultCandidate = false)
    JdbcIndexedSessionRepository operatorSessions(
            @Qualifier("controlDataSource") DataSource control,
            @Qualifier("controlTransactions") PlatformTransactionManager transactions,
            OperatorSettings settings) {
        return HostSessions.in("control.operator_session", control, transactions, settings.idle());
    }

    @Bean
    FilterRegistrationBean<Filter> operatorSessionFilter(
            @Qualifier("operatorSessions") JdbcIndexedSessionRepository sessions,
            Hosts hosts,
            RoleChain roles,
            WebSettings web) {
        return HostSessions.on(Host.OPERATORS, sessions, hosts, roles, web);
    }

    @Bean
    OperatorArgument operatorArgument() {
        return new OperatorArgument();
    }

    @Bean
    OperatorsDoorController operatorsDoorController() {
        return new OperatorsDoorController();
    }

    @Bean
    OperatorLog operatorLog(@Qualifier("control") JdbcClient control, Clock clock) {
        return new OperatorLog(control, clock);
    }

    @Bean
    OperatorLogController operatorLogController(OperatorLog log) {
        return new OperatorLogController(log);
    }

    /** Who is no operator is told so on whatever they ask for, and can sign out. */
    private static AccessDeniedHandler refused(KeycloakSignIn keycloak) {
        return (request, response, exception) -> {
            var stranger = OperatorRequest.person().filter(person -> !person.isOperator());
            if (stranger.isPresent() && KeycloakSignIn.isPage(request)) {
                PageWriter.write(
                        response,
                        HttpStatus.FORBIDDEN,
                        new StaticTemplates().operatorRefused(stranger.get().displayName()));
            } else {
                keycloak.refused().handle(request, response, exception);
            }
        };
    }
}
