package io.anteroom.controlplane.welcome;

import io.anteroom.controlplane.templates.Templates;
import io.anteroom.webkit.security.RateLimits;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pages that owners' links open. */
@Configuration(proxyBeanMethods = false)
public class WelcomeWebBeans {

    private static final int REQUESTS_PER_HOUR = 60;

    @Bean
    WelcomeController welcomeController(Welcomes welcomes, Templates signUpTemplates) {
        return new WelcomeController(welcomes, RateLimits.of(REQUESTS_PER_HOUR, Duration.ofHours(1)), signUpTemplates);
    }
}
