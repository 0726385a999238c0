package io.anteroom.controlplane.welcome;

import io.anteroom.controlplane.identity.IdentityProvider;
import io.anteroom.controlplane.organisation.LinkTokens;
import io.anteroom.messaging.PlatformOutbox;
import io.anteroom.webkit.WebSettings;
import io.anteroom.webkit.host.Links;
import io.anteroom.webkit.security.RateLimits;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The owners' links, for the worker that sends them and the pages they open. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebSettings.class)
public class WelcomeBeans {

    private static final int MAILS_PER_HOUR = 4;

    @Bean
    WelcomeStore welcomeStore(@Qualifier("control") JdbcClient control) {
        return new WelcomeStore(control);
    }

    @Bean
    WelcomeMail welcomeMail(PlatformOutbox outbox, WelcomeStore store, WebSettings web, Clock clock) {
        return new WelcomeMail(outbox, store, new Links(web), clock);
    }

    @Bean
    Welcomes welcomes(
            WelcomeStore store,
            WelcomeMail mail,
            IdentityProvider identities,
            WebSettings web,
            Clock clock,
            LinkTokens tokens) {
        return new Welcomes(
                store,
                mail,
                identities,
                RateLimits.of(MAILS_PER_HOUR, Duration.ofHours(1)),
                new Links(web),
                clock,
                tokens);
    }
}
