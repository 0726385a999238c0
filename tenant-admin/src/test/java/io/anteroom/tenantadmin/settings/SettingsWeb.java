package io.anteroom.tenantadmin.settings;

import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.clinic.staff.StaffMember;
import io.anteroom.clinic.staff.StaffRole;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenantadmin.frame.StaffPages;
import io.anteroom.tenantadmin.home.SetupItem;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
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
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages of settings and the home page, for anybody who says in a header what they are. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackageClasses = {
            PortalSettingsController.class,
            SetupItem.class,
            StaffPages.class,
            PortalSetup.class,
            AuditLog.class
        })
@Import({TenancyConfiguration.class, WebKitConfiguration.class})
class SettingsWeb implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Order(1)
    SecurityFilterChain anybody(HttpSecurity http, RoleChain chain) {
        return chain.begin(http, Host.STAFF)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    FilterRegistrationBean<Filter> organisation(TenantDirectory tenants) {
        return new FilterRegistrationBean<>((request, response, chain) -> {
            String slug = ((HttpServletRequest) request).getRequestURI().split("/", 4)[2];
            try {
                CurrentTenant.call(tenants.bySlug(slug).orElseThrow(), () -> {
                    chain.doFilter(request, response);
                    return true;
                });
            } catch (Exception e) {
                throw new ServletException(e);
            }
        });
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

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
        StaffRole role = StaffRole.valueOf(Objects.requireNonNullElse(request.getHeader("Role"), "OWNER"));
        return new StaffMember("sub-1", "Ada Lovelace", "ada@example.org", Set.copyOf(EnumSet.of(role)));
    }

    /** A clinic that has not begun with payments. */
    @Bean
    Onboarding onboarding() {
        return new Onboarding() {
            @Override
            public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
                throw new UnsupportedOperationException();
            }

            @Override
            public OnboardingStatus status() {
                return new OnboardingStatus(OnboardingStatus.Stage.NOT_STARTED, null, false, List.of(), null);
            }

            @Override
            public OnboardingStatus refresh() {
                return status();
            }
        };
    }
}
