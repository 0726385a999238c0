package io.anteroom.tenantadmin.patient;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.clinic.staff.NotPermittedException;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.Payments;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The staff's pages of patients and of the audit log, with a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = {"io.anteroom.tenantadmin.patient", "io.anteroom.tenantadmin.audit"})
@ComponentScan(basePackageClasses = StaffPages.class)
@Import({TenancyConfiguration.class, WebKitConfiguration.class, ClinicConfiguration.class, MessagingConfiguration.class
})
class StaffPagesOfPatients {

    static final String ROLE = "X-Test-Role";

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    StatementCount statementCount() {
        return new StatementCount();
    }

    /** No page of patients pays anything. */
    @Bean
    Payments payments() {
        return unused(Payments.class);
    }

    @Bean
    Onboarding onboarding() {
        return unused(Onboarding.class);
    }

    @SuppressWarnings("ReferenceEquality")
    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> "unused";
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }

    /** Enters the organisation that the path names. */
    @Bean
    FilterRegistrationBean<Filter> organisation(TenantDirectory tenants) {
        Filter filter = (request, response, chain) -> {
            String slug = ((HttpServletRequest) request).getRequestURI().replaceFirst("^/o/([^/]+)/.*$", "$1");
            Tenant tenant = tenants.bySlug(slug).orElseThrow();
            CurrentTenant.run(tenant, () -> {
                try {
                    chain.doFilter(request, response);
                } catch (IOException | ServletException e) {
                    throw new IllegalStateException(e);
                }
            });
        };
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.LOWEST_PRECEDENCE);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http, RoleChain chain) {
        return chain.begin(http, Host.STAFF)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    WebMvcConfigurer staffOfHeader() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new MemberOfHeader());
            }
        };
    }

    @ControllerAdvice
    static class Refusals {

        @ResponseStatus(HttpStatus.FORBIDDEN)
        @ExceptionHandler(NotPermittedException.class)
        void refused() {}
    }

    static final class MemberOfHeader implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == StaffMember.class;
        }

        @Override
        public StaffMember resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            StaffRole role = StaffRole.valueOf(Objects.requireNonNull(request.getHeader(ROLE)));
            return new StaffMember("staff-1", "Robin Desk", "robin@example.org", Set.of(role));
        }
    }
}
