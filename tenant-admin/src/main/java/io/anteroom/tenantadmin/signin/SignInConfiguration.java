package io.anteroom.tenantadmin.signin;

import io.anteroom.tenancy.TenantDirectory;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.RoleChain;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The security chain of the staff's host. What it does not name is refused. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StaffSettings.class)
class SignInConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SignInConfiguration.class);

    @Bean
    @Order(20)
    SecurityFilterChain staffChain(
            HttpSecurity http,
            RoleChain roles,
            StaffSettings settings,
            KeycloakLogin keycloak,
            Links links,
            Clock clock,
            TenantDirectory tenants,
            ProblemPages problems,
            FirstEntry firstEntry) {
        var registrations = keycloak.registrations();
        var pages = savedPages();
        var backToPage = new SavedRequestAwareAuthenticationSuccessHandler();
        backToPage.setRequestCache(pages);
        var freshness = new Freshness(settings.membershipAge(), pages, clock);
        return roles.begin(http, Host.STAFF)
                .requestCache(cache -> cache.requestCache(pages))
                // A sign-in that nobody notices must not spoil the form in another tab.
                .csrf(csrf -> csrf.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .oauth2Login(login -> login.loginPage(KeycloakLogin.START)
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NoTokensKept())
                        .tokenEndpoint(token -> token.accessTokenResponseClient(keycloak.tokenClient()))
                        .userInfoEndpoint(users -> users.oidcUserService(keycloak.users()))
                        .successHandler(backToPage)
                        .failureHandler(failed(problems)))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessHandler(atKeycloakToo(registrations, links)))
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(refused(problems))
                        .authenticationEntryPoint(
                                roles.entryPoint(new LoginUrlAuthenticationEntryPoint(KeycloakLogin.START))))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/signed-out")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/", "/organisations")
                        .authenticated()
                        .requestMatchers("/o/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(new SessionAge(settings.longest(), clock), AuthorizationFilter.class)
                .addFilterAfter(new OrganisationFilter(tenants, freshness, problems, firstEntry), SessionAge.class)
                .build();
    }

    @Bean
    KeycloakLogin keycloakLogin(StaffSettings settings, Links links, Clock clock) {
        return new KeycloakLogin(settings, links, clock);
    }

    /** How ID tokens are checked; Spring Security finds it by its type. */
    @Bean
    JwtDecoderFactory<ClientRegistration> staffIdTokens(KeycloakLogin keycloak) {
        return keycloak.idTokens();
    }

    /** Remembers the page somebody wanted before they had to sign in. */
    @SuppressWarnings("NullAway") // null: nothing is added to the page's address
    private static RequestCache savedPages() {
        var pages = new HttpSessionRequestCache();
        pages.setRequestMatcher(Freshness::isPage);
        pages.setMatchingRequestParameterName(null);
        return pages;
    }

    private static LogoutSuccessHandler atKeycloakToo(ClientRegistrationRepository registrations, Links links) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(links.staff("/signed-out"));
        handler.setDefaultTargetUrl("/signed-out");
        return handler;
    }

    private static AuthenticationFailureHandler failed(ProblemPages problems) {
        return (request, response, exception) -> {
            log.warn("A sign-in of staff failed: {}", exception.getMessage());
            problems.write(
                    request,
                    response,
                    new Problem(
                            HttpStatus.BAD_REQUEST,
                            "Signing in did not work",
                            "Perhaps it took too long, or the page was loaded twice. Open the start page and sign in"
                                    + " again."));
        };
    }

    /** What exists for nobody is a page that does not exist; a form without its token is a form too old. */
    private static AccessDeniedHandler refused(ProblemPages problems) {
        return (request, response, exception) -> problems.write(
                request, response, exception instanceof CsrfException ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
    }
}
