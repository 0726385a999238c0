package io.anteroom.payments.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** Lets Stripe's posts in: exactly the two paths, on the base host only. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class StripeWebhookSecurity {

    private static final Set<String> PATHS = Set.of(WebhookConfiguration.PLATFORM, WebhookConfiguration.CONNECT);

    /** Before the chain of everything else on the base host. */
    private static final int EARLY = 10;

    /**
     * A signature stands in for session, cookie and CSRF token: the browser has
     * no part in these requests.
     *
     * @param baseHost {@code anteroom.web.base-host}, maybe with a port
     */
    @Bean
    @Order(EARLY)
    SecurityFilterChain stripeWebhookChain(HttpSecurity http, @Value("${anteroom.web.base-host}") String baseHost) {
        String host = baseHost.replaceFirst(":\\d+$", "");
        return http.securityMatcher(request -> isWebhook(request, host))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static boolean isWebhook(HttpServletRequest request, String host) {
        return request.getServerName().equalsIgnoreCase(host) && PATHS.contains(request.getRequestURI());
    }
}
