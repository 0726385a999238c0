package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.staff.NotPermittedException;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
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

/** The tab Online access, with a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJpaRepositories(basePackageClasses = Patients.class)
@EntityScan(basePackageClasses = Patients.class)
@ComponentScan(
        basePackages = {"io.anteroom.clinic.access", "io.anteroom.clinic.audit", "io.anteroom.clinic.settings"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Checklist"))
@ComponentScan("io.anteroom.tenantadmin.access")
@ComponentScan(basePackageClasses = StaffPages.class)
@Import({TenancyConfiguration.class, WebKitConfiguration.class, MessagingConfiguration.class})
class StaffPagesOfAccess {

    static final String ROLE = "X-Test-Role";

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    /** Enters the organisation that the path names. */
    @Bean
    FilterRegistrationBean<Filter> organisation(TenantDirectory tenants) {
        Filter filter = (request, response, chain) -> {
            var slug = ((HttpServletRequest) request).getRequestURI().replaceFirst("^/o/([^/]+)/.*$", "$1");
            CurrentTenant.run(tenants.bySlug(slug).orElseThrow(), () -> {
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

    private static final class MemberOfHeader implements HandlerMethodArgumentResolver {

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
            var role = StaffRole.valueOf(Objects.requireNonNull(request.getHeader(ROLE)));
            return new StaffMember("rosa", "Rosa Reception", "rosa@example.org", Set.of(role));
        }
    }
}
