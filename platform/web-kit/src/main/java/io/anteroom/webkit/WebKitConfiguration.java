package io.anteroom.webkit;

import io.anteroom.language.Words;
import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.tenancy.passing.PassingFolder;
import io.anteroom.webkit.asset.AssetFilter;
import io.anteroom.webkit.download.DownloadHandler;
import io.anteroom.webkit.fairness.FairnessConfiguration;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.HostMapping;
import io.anteroom.webkit.host.HostTenantFilter;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.language.LanguageCookie;
import io.anteroom.webkit.language.LanguageFilter;
import io.anteroom.webkit.language.SpokenLanguages;
import io.anteroom.webkit.problem.OutageFilter;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.PlainRequests;
import io.anteroom.webkit.security.RequestIdFilter;
import io.anteroom.webkit.security.RoleChain;
import io.anteroom.webkit.security.SecurityHeaders;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.MultipartConfigElement;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every role with web pages stands on. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = ProblemPages.class)
@EnableConfigurationProperties(WebSettings.class)
@Import(FairnessConfiguration.class)
public class WebKitConfiguration implements WebMvcConfigurer {

    private static final int DOOR = FairnessConfiguration.DOOR;

    /** The first of our filters; those of the container's encoding and forwarding come before. */
    private static final int FIRST = DOOR - 4;

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new ReplyHandler());
        handlers.add(new DownloadHandler());
    }

    @Bean
    Hosts hosts(WebSettings settings) {
        return new Hosts(settings);
    }

    @Bean
    WebMvcRegistrations mappings(Hosts hosts) {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new HostMapping(hosts);
            }
        };
    }

    @Bean
    Links links(WebSettings settings) {
        return new Links(settings);
    }

    @Bean
    ProblemPages problemPages(ObjectProvider<Brands> brands, Links links, Hosts hosts) {
        return new ProblemPages(new LateBrands(brands), links, request -> hosts.of(request) == Host.STAFF);
    }

    @Bean
    RoleChain roleChain(Hosts hosts, WebSettings settings, ProblemPages problems) {
        return new RoleChain(hosts, settings, problems);
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return always(new RequestIdFilter(new SecureRandom()), FIRST);
    }

    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders(WebSettings settings) {
        return always(new SecurityHeaders(settings), FIRST + 1);
    }

    @Bean
    FilterRegistrationBean<AssetFilter> assetFilter() {
        return always(new AssetFilter(), FIRST + 2);
    }

    @Bean
    LanguageCookie languageCookie(RoleChain chain, WebSettings settings) {
        return new LanguageCookie(chain, settings);
    }

    /** Before the door, which speaks too. */
    @Bean
    FilterRegistrationBean<LanguageFilter> languageFilter(
            Hosts hosts, ObjectProvider<SpokenLanguages> spoken, LanguageCookie cookies) {
        return always(new LanguageFilter(hosts, spoken, cookies), FIRST + 3);
    }

    @Bean
    MeterBinder missingWords() {
        return meters -> FunctionCounter.builder("anteroom.words.missing", this, _ -> Words.missing())
                .description("Texts that were shown in English for want of a translation")
                .register(meters);
    }

    @Bean
    FilterRegistrationBean<HostTenantFilter> hostTenantFilter(
            Hosts hosts, TenantDirectory tenants, ProblemPages problems) {
        return always(new HostTenantFilter(hosts, tenants::bySlug, problems), DOOR + 1);
    }

    /** Requests are measured as a whole; an observation of each filter in the chain costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservationsOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FilterRegistrationBean<OutageFilter> outageFilter(ProblemPages problems) {
        return always(new OutageFilter(problems), DOOR + 2);
    }

    @Bean
    HttpFirewall plainRequests() {
        return new PlainRequests();
    }

    /** An address that cannot be one of ours is a page that does not exist. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemPages problems) {
        return (request, response, rejected) -> problems.write(request, response, HttpStatus.NOT_FOUND);
    }

    /** The largest file, and beside it room for the other fields of the form; where nothing stays that a process left midway. */
    @Bean
    MultipartConfigElement multipartLimits(WebSettings settings) {
        MultipartConfigFactory limits = new MultipartConfigFactory();
        limits.setMaxFileSize(settings.maxUpload());
        limits.setMaxRequestSize(DataSize.ofBytes(
                settings.maxUpload().toBytes() + DataSize.ofMegabytes(1).toBytes()));
        limits.setLocation(PassingFolder.own().toString());
        return limits.createMultipartConfig();
    }

    /** What no role's chain claims does not exist: a role that is absent, a host that is none of ours. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain nothingElse(HttpSecurity http, ProblemPages problems) {
        return http.securityMatcher(request -> true)
                .headers(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, e) -> problems.write(request, response, HttpStatus.NOT_FOUND))
                        .accessDeniedHandler(
                                (request, response, e) -> problems.write(request, response, HttpStatus.NOT_FOUND)))
                .build();
    }

    private static <F extends Filter> FilterRegistrationBean<F> always(F filter, int order) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(order);
        registration.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC, DispatcherType.ERROR));
        return registration;
    }
}
