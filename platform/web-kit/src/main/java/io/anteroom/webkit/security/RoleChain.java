package io.anteroom.webkit.security;

import io.anteroom.webkit.Htmx;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.host.Hosts;
import io.anteroom.webkit.problem.ProblemPages;
import jakarta.servlet.DispatcherType;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * What the security chains of all roles have in common. A role's chain begins with {@link #begin}, then says who may do
 * what, and ends with {@code anyRequest().denyAll()}.
 */
public final class RoleChain {

    private final Hosts hosts;
    private final WebSettings settings;
    private final ProblemPages problems;
    private final FormPlaces places = new FormPlaces();

    /** Made once, by this module. */
    public RoleChain(Hosts hosts, WebSettings settings, ProblemPages problems) {
        this.hosts = hosts;
        this.settings = settings;
        this.problems = problems;
    }

    /**
     * Binds the chain to {@code host}, names its CSRF cookie after it, answers refusals with problem pages, and takes away
     * what Spring Security does by default and we do not want: its headers, log-out page, basic and form log-in, request
     * cache and anonymous sessions. It takes no forms with files.
     */
    public HttpSecurity begin(HttpSecurity http, Host host) {
        return begin(
                http,
                host,
                _ -> Optional.empty(),
                (request, response, _) -> problems.write(request, response, HttpStatus.UNSUPPORTED_MEDIA_TYPE));
    }

    /**
     * The same for a role that takes forms with files.
     *
     * @param senders who may send them
     * @param nobody answers whoever else sends one, without reading it
     */
    public HttpSecurity begin(HttpSecurity http, Host host, FormSenders senders, AuthenticationEntryPoint nobody) {
        return http.securityMatcher(hosts.matcher(host))
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie(host)))
                .addFilterBefore(new FilesDoor(senders, nobody, places, problems), CsrfFilter.class)
                .exceptionHandling(refusals -> refusals.accessDeniedHandler(denied()))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll());
    }

    /** The name of a role's cookie: {@code anteroom-portal-session}; behind TLS bound to the host by its prefix. */
    public String cookieName(Host host, String purpose) {
        String name = "anteroom-" + host.name().toLowerCase(Locale.ROOT) + "-" + purpose;
        return settings.secure() ? "__Host-" + name : name;
    }

    /**
     * Sends those who have to sign in to {@code signIn}. A fragment is answered with the order to load the page anew, so
     * that no sign-in page appears inside another page.
     */
    public AuthenticationEntryPoint entryPoint(AuthenticationEntryPoint signIn) {
        return (request, response, exception) -> {
            if (Htmx.wantsFragment(request)) {
                response.setHeader("HX-Refresh", "true");
                problems.write(request, response, HttpStatus.UNAUTHORIZED);
            } else {
                signIn.commence(request, response, exception);
            }
        };
    }

    private AccessDeniedHandler denied() {
        return (request, response, exception) -> problems.write(request, response, HttpStatus.FORBIDDEN);
    }

    private CookieCsrfTokenRepository csrfCookie(Host host) {
        CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(cookieName(host, "csrf"));
        cookies.setHeaderName("X-CSRF-Token");
        cookies.setCookiePath("/");
        cookies.setCookieCustomizer(
                cookie -> cookie.secure(settings.secure()).httpOnly(true).sameSite("Lax"));
        return cookies;
    }
}
