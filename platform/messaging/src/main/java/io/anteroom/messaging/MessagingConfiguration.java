package io.anteroom.messaging;

import io.anteroom.messaging.MessagingSettings.Protection;
import io.anteroom.messaging.MessagingSettings.Smtp;
import io.anteroom.tenancy.CurrentTenant;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Properties;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** The outboxes, for every role: anyone may put a message in. Sending is MessagingWorkConfiguration's. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MessagingSettings.class)
public class MessagingConfiguration {

    /** The kind of work that delivers one message of a clinic. */
    static final String WORK = "message";

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
    PlatformOutbox platformOutbox(@Qualifier("platformMessageStore") MessageStore store, Clock clock) {
        return new PlatformOutbox(store, clock);
    }

    @Bean
    MessageLog messageLog(@Qualifier("messageStore") MessageStore store) {
        return new MessageLog(store);
    }

    @Bean
    JavaMailSender mailSender(MessagingSettings settings) {
        Smtp smtp = settings.smtp();
        var sender = new JavaMailSenderImpl();
        sender.setHost(smtp.host());
        sender.setPort(smtp.port());
        sender.setUsername(smtp.username());
        sender.setPassword(smtp.password());
        sender.setJavaMailProperties(properties(smtp));
        return sender;
    }

    private static Properties properties(Smtp smtp) {
        String timeout = Long.toString(smtp.timeout().toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", timeout);
        properties.put("mail.smtp.timeout", timeout);
        properties.put("mail.smtp.writetimeout", timeout);
        properties.put("mail.smtp.auth", Boolean.toString(smtp.username() != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(smtp.protection() == Protection.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.protection() == Protection.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.protection() == Protection.STARTTLS));
        return properties;
    }

    @Bean
    SmsGateway smsGateway(MessagingSettings settings) {
        MessagingSettings.Sms sms = settings.sms();
        return switch (sms.gateway()) {
            case NONE -> new NoSmsGateway();
            case HTTP -> new HttpSmsGateway(sms, client(sms));
            case TWILIO -> new TwilioSmsGateway(sms, client(sms));
        };
    }

    private static HttpClient client(MessagingSettings.Sms sms) {
        return HttpClient.newBuilder().connectTimeout(sms.timeout()).build();
    }

    @Bean
    Carriers carriers(JavaMailSender mailSender, SmsGateway smsGateway, MessagingSettings settings, Clock clock) {
        return new Carriers(new Mailer(mailSender, settings.fromAddress(), clock), smsGateway, settings.maxAttempts());
    }
}
