package io.anteroom.portal.session;

import io.anteroom.clinic.access.session.Previews;
import io.anteroom.clinic.access.session.Sessions;
import io.anteroom.clinic.settings.PublishedPortals;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.problem.ProblemPages;
import io.anteroom.webkit.security.RoleChain;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfFilter;

/** The security chain of the portals' hosts: beyond the pages named here, only who is signed in. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    /** The pages anybody may see: signing in, and what a clinic says to everybody. */
    private static final String[] OPEN = {
        "/sign-in",
        "/sign-in/**",
        "/language",
        "/link/**",
        "/register",
        "/register/**",
        "/book",
        "/book/**",
        "/brand/logo/*",
        "/privacy",
        "/calendar/*",
        "/confirm/*/*",
        "/form/*",
        "/pay/*",
        "/preview/*"
    };

    @Bean
    @Order(30)
    SecurityFilterChain portalChain(
            HttpSecurity http,
            RoleChain roleChain,
            ProblemPages problems,
            PortalCookies cookies,
            Sessions sessions,
            Previews previews,
            PublishedPortals portals) {
        var contexts = new RequestAttributeSecurityContextRepository();
        var signIn = roleChain.entryPoint(new ToSignIn(cookies, problems));
        return roleChain
                .begin(http, Host.PORTAL, request -> sender(request, cookies, sessions), signIn)
                .securityContext(
                        context -> context.securityContextRepository(new RequestAttributeSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new PreviewFilter(cookies, previews, portals, problems, contexts), CsrfFilter.class)
                .addFilterBefore(new SessionFilter(cookies, sessions, contexts), AnonymousAuthenticationFilter.class)
                .exceptionHandling(refusals ->
                        refusals.authenticationEntryPoint(signIn).accessDeniedHandler(new BackToSignIn(problems)))
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .build();
    }

    /** Who sends a form with files. Those of previews, which do nothing, share two places: whose they are is looked at later. */
    private static Optional<String> sender(HttpServletRequest request, PortalCookies cookies, Sessions sessions) {
        if (cookies.preview(request).isPresent()) {
            return Optional.of("a preview"); // not read by patients
        }
        return cookies.session(request)
                .flatMap(sessions::chart)
                .map(chart -> chart.viewer().account().toString());
    }
}
