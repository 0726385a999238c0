package io.anteroom.demo.inbox;

import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.webkit.host.Host;
import io.anteroom.webkit.security.RoleChain;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The inbox beside the application's own roles. Needs a {@link Mailbox} bean. Never part of a production image. */
@Configuration(proxyBeanMethods = false)
@Import({InboxController.class, InboxJsonController.class})
public class InboxConfiguration {

    @Bean
    @Order(60)
    SecurityFilterChain inboxChain(HttpSecurity http, RoleChain roles) {
        return roles.begin(http, Host.INBOX)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.GET, "/", "/messages.json", "/messages/*", "/messages/*/html")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
