package io.anteroom.messaging;

import io.anteroom.messaging.MessagingSettings.Protection;
import io.anteroom.messaging.MessagingSettings.Smtp;
import io.anteroom.messaging.SenderIdentity.Look;
import io.anteroom.tenancy.Observing;
import io.anteroom.tenancy.work.PlatformWorkHandler;
import io.anteroom.tenancy.work.PlatformWorkQueue;
import io.anteroom.tenancy.work.WaitingWork;
import io.anteroom.tenancy.work.WorkHandler;
import io.anteroom.tenancy.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sending what is in the outboxes: for the role {@code worker}, beside {@link MessagingConfiguration}. Needs the clinic's
 * {@link SenderIdentity} and the {@link StillHolds} of every kind.
 */
@Configuration(proxyBeanMethods = false)
public class MessagingWorkConfiguration {

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
        // What it says to our goodbye changes nothing: by then it has the message.
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(smtp.username() != null));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(smtp.protection() == Protection.TLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.starttls.enable", Boolean.toString(smtp.protection() == Protection.STARTTLS));
        properties.put("mail.smtp.starttls.required", Boolean.toString(smtp.protection() == Protection.STARTTLS));
        return properties;
    }

    @Bean
    SmsGateway smsGateway(MessagingSettings settings, Clock clock) {
        MessagingSettings.Sms sms = settings.sms();
        return switch (sms.gateway()) {
            case NONE -> new NoSmsGateway();
            case HTTP -> patient(new HttpSmsGateway(sms, client(sms)), clock);
            case TWILIO -> patient(new TwilioSmsGateway(sms, client(sms)), clock);
        };
    }

    private static SmsGateway patient(SmsGateway gateway, Clock clock) {
        var patience = new Patience("The SMS gateway", clock);
        return (id, to, text) -> patience.with(() -> gateway.send(id, to, text));
    }

    private static HttpClient client(MessagingSettings.Sms sms) {
        return HttpClient.newBuilder().connectTimeout(sms.timeout()).build();
    }

    @Bean
    Carriers carriers(JavaMailSender mailSender, SmsGateway smsGateway, MessagingSettings settings, Clock clock) {
        return new Carriers(new Mailer(mailSender, settings.fromAddress(), clock), smsGateway, settings.maxAttempts());
    }

    @Bean
    MessageMetrics messageMetrics(ObjectProvider<MeterRegistry> registry, Observing observing, Clock clock) {
        return new MessageMetrics(registry.getIfAvailable(CompositeMeterRegistry::new), observing, clock);
    }

    /** Age of the oldest message that no carrier has taken, of clinics and of the platform. */
    @Bean
    MeterBinder oldestMessages(ObjectProvider<WaitingWork> waiting) {
        return registry ->
                waiting.ifAvailable(work -> List.of(MessagingConfiguration.WORK, MessagingConfiguration.PLATFORM_WORK)
                        .forEach(kind -> TimeGauge.builder(
                                        "anteroom.messages.oldest",
                                        work,
                                        TimeUnit.MILLISECONDS,
                                        of -> of.oldest(kind).toMillis())
                                .tag("kind", kind)
                                .description("How long the oldest message has waited for its carrier")
                                .register(registry)));
    }

    @Bean
    WorkHandler messageWork(
            @Qualifier("messageStore") MessageStore store,
            PlatformTransactionManager transactionManager,
            SenderIdentity sender,
            ObjectProvider<StillHolds> conditions,
            Carriers carriers,
            MessageMetrics metrics,
            WorkQueue work,
            Clock clock) {
        var deliverer = new Deliverer(
                store,
                new TransactionTemplate(transactionManager),
                sender,
                conditions(conditions),
                carriers,
                metrics,
                (id, due) -> work.add(MessagingConfiguration.WORK, id.toString(), due),
                clock);
        return new MessageWork(deliverer);
    }

    @Bean
    PlatformWorkHandler platformMessageWork(
            @Qualifier("platformMessageStore") MessageStore store,
            @Qualifier("controlTransactions") PlatformTransactionManager controlTransactions,
            MessagingSettings settings,
            ObjectProvider<StillHolds> conditions,
            Carriers carriers,
            MessageMetrics metrics,
            PlatformWorkQueue work,
            Clock clock) {
        var deliverer = new Deliverer(
                store,
                new TransactionTemplate(controlTransactions),
                () -> look(settings),
                conditions(conditions),
                carriers,
                metrics,
                (id, due) -> work.add(MessagingConfiguration.PLATFORM_WORK, id.toString(), due),
                clock);
        return new PlatformMessageWork(deliverer);
    }

    @Bean
    PlatformPost platformPost(Carriers carriers, MessageMetrics metrics, MessagingSettings settings) {
        return new PlatformPost(carriers, metrics, look(settings));
    }

    private static List<StillHolds> conditions(ObjectProvider<StillHolds> conditions) {
        return conditions.stream().toList();
    }

    private static Look look(MessagingSettings settings) {
        return new Look(
                settings.platformName(),
                "#1f4e79",
                "#ffffff",
                null,
                settings.platformReplyTo(),
                null,
                null,
                Locale.ENGLISH);
    }
}
