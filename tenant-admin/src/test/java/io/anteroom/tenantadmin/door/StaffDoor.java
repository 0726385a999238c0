package io.anteroom.tenantadmin.door;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenantadmin.TenantAdminConfiguration;
import io.anteroom.tenantadmin.frame.RequestMember;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * All pages of the staff, open to tests without signing in: as Robin Desk, who belongs to every organisation and is there
 * what the header {@link #ROLE} says, an owner without one. What the role may not do is refused as in earnest.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackageClasses = TenantAdminConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*\\.(TenantAdminConfiguration|(signin|door)\\..*)"))
@Import({TenancyConfiguration.class, WebKitConfiguration.class, ClinicConfiguration.class, MessagingConfiguration.class
})
public class StaffDoor {

    /** Names what Robin is for one request, as {@code RECEPTIONIST}. */
    public static final String ROLE = "X-Test-Role";

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    StatementCount statementCount() {
        return new StatementCount();
    }

    @Bean
    ScriptedPayments payments() {
        return new ScriptedPayments();
    }

    @Bean
    ScriptedCards savedCards(PlatformTransactionManager transactionManager) {
        return new ScriptedCards(new TransactionTemplate(transactionManager));
    }

    @Bean
    ScriptedConsents cardConsents(TestClock clock) {
        return new ScriptedConsents(clock);
    }

    /** Enters the organisation that the path names. */
    @Bean
    FilterRegistrationBean<Filter> organisation(TenantDirectory tenants) {
        Filter filter = (request, response, chain) -> {
            HttpServletRequest http = (HttpServletRequest) request;
            Tenant tenant =
                    tenants.bySlug(http.getRequestURI().split("/", 4)[2]).orElseThrow();
            RequestMember.bind(http, robin(http));
            try {
                CurrentTenant.call(tenant, () -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (Exception e) {
                throw new ServletException(e);
            }
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http, RoleChain chain) {
        return chain.begin(
                        http,
                        Host.STAFF,
                        _ -> Optional.of("Robin"),
                        (_, response, _) -> response.setStatus(HttpStatus.UNAUTHORIZED.value()))
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static StaffMember robin(HttpServletRequest request) {
        StaffRole role = StaffRole.valueOf(Objects.requireNonNullElse(request.getHeader(ROLE), "OWNER"));
        return new StaffMember("staff-1", "Robin Desk", "robin@example.org", Set.of(role));
    }
}
