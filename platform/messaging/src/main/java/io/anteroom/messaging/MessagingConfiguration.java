package io.anteroom.messaging;

import io.anteroom.tenancy.CurrentTenant;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import io.anteroom.tenancy.work.WorkQueue;
import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The outboxes, for every role: anyone may put a message in. Sending is {@link MessagingWorkConfiguration}'s. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {

    /** The kind of work that delivers one message of a clinic. */
    static final String WORK = "message";

    /** The kind of work that delivers one message of the platform. */
    static final String PLATFORM_WORK = "platform-message";

    @Bean
    SecretBox messageSecrets(MessagingSettings settings) {
        return new SecretBox(settings.keys(), new SecureRandom());
    }

    @Bean
    MessageStore messageStore(JdbcClient jdbc, SecretBox messageSecrets) {
        return new MessageStore(
                jdbc, "__tenant__.message", () -> CurrentTenant.get().id().value(), messageSecrets);
    }

    @Bean
    MessageStore platformMessageStore(@Qualifier("control") JdbcClient jdbc, SecretBox messageSecrets) {
        return new MessageStore(jdbc, "control.platform_message", () -> "platform", messageSecrets);
    }

    @Bean
    Outbox outbox(@Qualifier("messageStore") MessageStore store, WorkQueue work, Clock clock) {
        return new Outbox(store, work, clock);
    }

    @Bean
    PlatformOutbox platformOutbox(
            @Qualifier("platformMessageStore") MessageStore store, PlatformWorkQueue work, Clock clock) {
        return new PlatformOutbox(store, work, clock);
    }

    /** For what somebody typed who looks for a portal. */
    @Bean
    PlatformSeal portalSearchSeal(SecretBox messageSecrets) {
        return new PlatformSeal(messageSecrets, "portal-search");
    }

    @Bean
    MessageLog messageLog(@Qualifier("messageStore") MessageStore store) {
        return new MessageLog(store);
    }
}
