package io.anteroom.webkit.keycloak;

import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.problem.Problem;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * How people sign in on one host: who opens a page without a session is sent to Keycloak and comes back to that page;
 * {@code POST /sign-out} ends the session here and there and leads to {@code /signed-out}.
 */
public final class KeycloakSignIn {

    /** Sends a browser to Keycloak, which knows most people still and sends them straight back. */
    public static final String START = KeycloakLogin.START;

    private static final Logger log = LoggerFactory.getLogger(KeycloakSignIn.class);
    private static final String SIGNED_OUT = "/signed-out";

    private final KeycloakLogin keycloak;
    private final UnaryOperator<String> links;
    private final List<String> scopes;
    private final ProblemPages problems;
    private final KeycloakSignInMetrics metrics;
    private final RequestCache pages = savedPages();

    /**
     * @param links makes full addresses on the host of paths
     * @param scopes what to ask for, {@code openid} among it
     * @param metrics where those who sign in are counted
     */
    public KeycloakSignIn(
            KeycloakClient client,
            UnaryOperator<String> links,
            List<String> scopes,
            ProblemPages problems,
            KeycloakSignInMetrics metrics) {
        this.keycloak = new KeycloakLogin(client, metrics);
        this.links = links;
        this.scopes = List.copyOf(scopes);
        this.problems = problems;
        this.metrics = metrics;
    }

    /**
     * Begins the chain of {@code host}; what follows says who may do what, and {@code anyRequest().denyAll()}.
     *
     * @param person what to keep in the session of what Keycloak says
     * @param longest how long a session lasts at most
     */
    public HttpSecurity begin(
            HttpSecurity http,
            RoleChain roles,
            Host host,
            Function<OidcIdToken, OidcUser> person,
            Duration longest,
            Clock clock) {
        var registrations = keycloak.registrations(links.apply(KeycloakLogin.CALLBACK), scopes);
        var backToPage = new SavedRequestAwareAuthenticationSuccessHandler();
        backToPage.setRequestCache(pages);
        var signIn = roles.entryPoint(new LoginUrlAuthenticationEntryPoint(START));
        return roles.begin(http, host, KeycloakSignIn::sender, signIn)
                .requestCache(cache -> cache.requestCache(pages))
                // A sign-in that nobody notices must not spoil the form in another tab.
                .csrf(csrf -> csrf.sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .oauth2Login(login -> login.loginPage(START)
                        .clientRegistrationRepository(registrations)
                        .authorizedClientRepository(new NoTokensKept())
                        .tokenEndpoint(token -> token.accessTokenResponseClient(keycloak.tokenClient()))
                        .userInfoEndpoint(users -> users.oidcUserService(keycloak.users(person)))
                        .successHandler(signedIn(host, backToPage))
                        .failureHandler(failed(host)))
                .logout(logout -> logout.logoutRequestMatcher(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/sign-out"))
                        .logoutSuccessHandler(atKeycloakToo(registrations)))
                .exceptionHandling(
                        refusals -> refusals.accessDeniedHandler(refused()).authenticationEntryPoint(signIn))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, SIGNED_OUT).permitAll())
                .addFilterBefore(new KeycloakDoor(this), OAuth2AuthorizationRequestRedirectFilter.class)
                .addFilterAfter(new SessionAge(longest, clock), AuthorizationFilter.class);
    }

    /** Who is signed in, as the session says, which is looked for before any form is read. */
    private static Optional<String> sender(HttpServletRequest request) {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(Authentication::isAuthenticated)
                .map(Authentication::getName);
    }

    /**
     * Sends a browser to Keycloak to hear anew who this is; it comes back to the page asked for. While Keycloak is away
     * nothing is sent and the answer is no: whoever is signed in goes on with what was said last, at the longest until
     * their session ends.
     */
    public boolean askAgain(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!keycloak.answers()) {
            return false;
        }
        pages.saveRequest(request, response);
        response.sendRedirect(START);
        return true;
    }

    /** Answers that nobody can sign in just now, if that is so. */
    boolean refusesWhileAway(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (keycloak.answers()) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, "30");
        problems.write(
                request,
                response,
                new Problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "Signing in isn’t possible at the moment",
                        "The sign-in service does not answer. Nothing is lost. Wait a minute, then try again."));
        return true;
    }

    /** Whether a person opens a page: what may be interrupted by a redirect and come back. */
    public static boolean isPage(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && !Htmx.wantsFragment(request)
                && Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT))
                        .orElse("")
                        .contains("text/html");
    }

    /** What exists for nobody is a page that does not exist; a form without its token is a form too old. */
    public AccessDeniedHandler refused() {
        return (request, response, exception) -> problems.write(
                request, response, exception instanceof CsrfException ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND);
    }

    boolean isFor(ClientRegistration registration) {
        return keycloak.isFor(registration);
    }

    JwtDecoder idTokens(ClientRegistration registration) {
        return keycloak.idTokens(registration);
    }

    /**
     * Remembers the page somebody wanted before they had to sign in. Whoever never came back from there has it remembered
     * still; a form that is then sent to the same address is that form and not the page.
     */
    @SuppressWarnings("NullAway") // null: nothing is added to the page's address
    private static RequestCache savedPages() {
        var saved = new HttpSessionRequestCache() {
            @Override
            public @Nullable HttpServletRequest getMatchingRequest(
                    HttpServletRequest request, HttpServletResponse response) {
                return isPage(request) ? super.getMatchingRequest(request, response) : null;
            }
        };
        saved.setRequestMatcher(KeycloakSignIn::isPage);
        saved.setMatchingRequestParameterName(null);
        return saved;
    }

    private LogoutSuccessHandler atKeycloakToo(ClientRegistrationRepository registrations) {
        var handler = new OidcClientInitiatedLogoutSuccessHandler(registrations);
        handler.setPostLogoutRedirectUri(links.apply(SIGNED_OUT));
        handler.setDefaultTargetUrl(SIGNED_OUT);
        return (request, response, person) -> {
            if (keycloak.answers()) {
                handler.onLogoutSuccess(request, response, person);
            } else {
                response.sendRedirect(SIGNED_OUT);
            }
        };
    }

    private AuthenticationSuccessHandler signedIn(Host host, AuthenticationSuccessHandler next) {
        return (request, response, person) -> {
            metrics.signedIn(host);
            next.onAuthenticationSuccess(request, response, person);
        };
    }

    private AuthenticationFailureHandler failed(Host host) {
        return (request, response, exception) -> {
            metrics.refused(host, exception);
            log.warn("A sign-in on the host {} failed: {}", host, exception.getMessage());
            if (refusesWhileAway(request, response)) {
                return;
            }
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
}
