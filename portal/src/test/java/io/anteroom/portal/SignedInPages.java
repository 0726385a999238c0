package io.anteroom.portal;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.access.session.Charts;
import io.anteroom.clinic.access.session.SessionId;
import io.anteroom.clinic.access.session.Viewer;
import io.anteroom.clinic.access.session.VisibleChart;
import io.anteroom.clinic.patient.PatientId;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.portal.frame.SignedIn;
import io.anteroom.portal.session.PortalCookies;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.CurrentRequest;
import io.anteroom.webkit.WebKitConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.HostTenantFilter;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.RoleChain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The portal's pages behind sign-in, with a door that believes a header saying which account asks; without those that lead to it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.anteroom.portal.billing",
            "io.anteroom.portal.brand",
            "io.anteroom.portal.document",
            "io.anteroom.portal.family",
            "io.anteroom.portal.frame",
            "io.anteroom.portal.home",
            "io.anteroom.portal.profile",
            "io.anteroom.portal.questionnaire",
            "io.anteroom.portal.scheduling"
        },
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*portal\\.questionnaire\\.link\\..*"))
@Import({
    TenancyConfiguration.class,
    WebKitConfiguration.class,
    ClinicConfiguration.class,
    MessagingConfiguration.class,
    PortalCookies.class
})
public class SignedInPages {

    public static final String ACCOUNT = "X-Test-Account";

    /** The header that says for whom the account acts. */
    public static final String ACTING_FOR = "X-Test-Acting-For";

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

    @Bean
    FilterRegistrationBean<HostTenantFilter> hostTenants(Hosts hosts, TenantDirectory tenants, ProblemPages problems) {
        var filter = new FilterRegistrationBean<>(new HostTenantFilter(hosts, tenants::bySlug, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 8);
        return filter;
    }

    @Bean
    @Order(1)
    SecurityFilterChain everybody(HttpSecurity http, RoleChain chain) {
        return chain.begin(
                        http,
                        Host.PORTAL,
                        request -> Optional.ofNullable(request.getHeader(ACCOUNT)),
                        (_, response, _) -> response.setStatus(HttpStatus.UNAUTHORIZED.value()))
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

    @Bean
    SignedIn signedInOfHeader(Charts charts, TestClock clock) {
        return () -> CurrentRequest.find().flatMap(request -> chart(request::getHeader, charts, clock));
    }

    private static Optional<VisibleChart> chart(
            UnaryOperator<@Nullable String> header, Charts charts, TestClock clock) {
        String chosen = header.apply(ACTING_FOR);
        return Optional.ofNullable(header.apply(ACCOUNT))
                .map(account -> charts.visibleTo(new Viewer(
                        new AccountId(Long.parseLong(account)),
                        new SessionId(1),
                        clock.instant().plus(Duration.ofHours(1)),
                        chosen == null ? null : new PatientId(Long.parseLong(chosen)),
                        null)));
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
            return chart(request::getHeader, charts, clock).orElseThrow();
        }
    }
}
