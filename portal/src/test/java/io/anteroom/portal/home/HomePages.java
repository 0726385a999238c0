package io.anteroom.portal.home;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.Charts;
import io.anteroom.clinic.access.SessionId;
import io.anteroom.clinic.access.Viewer;
import io.anteroom.clinic.access.VisibleChart;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.OnboardingReturn;
import io.anteroom.payments.OnboardingStart;
import io.anteroom.payments.OnboardingStatus;
import io.anteroom.payments.Payments;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
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

/** The portal's home page and what stands before every page, for the account a header names. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({"io.anteroom.portal.home", "io.anteroom.portal.brand", "io.anteroom.portal.frame"})
@Import({TenancyConfiguration.class, WebKitConfiguration.class, ClinicConfiguration.class, MessagingConfiguration.class
})
class HomePages {

    static final String ACCOUNT = "X-Test-Account";

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http, RoleChain chain) {
        return chain.begin(http, Host.PORTAL)
                .csrf(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    WebMvcConfigurer accountOfHeader(Charts charts, TestClock clock) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ChartOfHeader(charts, clock));
            }
        };
    }

    /** Nothing is paid on these pages. */
    @Bean
    Payments payments() {
        return (Payments) Proxy.newProxyInstance(
                Payments.class.getClassLoader(),
                new Class<?>[] {Payments.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> 1;
                    case "equals" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @Bean
    Charging charging() {
        return new Charging();
    }

    /** A clinic that can be charging or not. */
    static final class Charging implements Onboarding {

        volatile boolean enabled = true;

        @Override
        public OnboardingStart start(OnboardingReturn urls, String contactEmail) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OnboardingStatus status() {
            return new OnboardingStatus(OnboardingStatus.Stage.READY, "acct_1", enabled, List.of(), null);
        }

        @Override
        public OnboardingStatus refresh() {
            return status();
        }
    }

    record ChartOfHeader(Charts charts, TestClock clock) implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == VisibleChart.class;
        }

        @Override
        public VisibleChart resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            long account = Long.parseLong(Objects.requireNonNull(request.getHeader(ACCOUNT)));
            return charts.visibleTo(new Viewer(
                    new AccountId(account), new SessionId(1), clock.instant().plus(Duration.ofHours(1))));
        }
    }
}
