package io.anteroom.demo;

import io.anteroom.demo.inbox.InboxConfiguration;
import io.anteroom.localservices.mailbox.Mailbox;
import io.anteroom.server.AnteroomApplication;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the application with all its roles, and the inbox beside them. */
final class Application {

    private Application() {}

    static ConfigurableApplicationContext start(Map<String, Object> settings, Mailbox mailbox) {
        return start(settings, mailbox, context -> {});
    }

    /** Starts it, its context changed by {@code before} beforehand. */
    static ConfigurableApplicationContext start(
            Map<String, Object> settings,
            Mailbox mailbox,
            ApplicationContextInitializer<ConfigurableApplicationContext> before) {
        var application = new SpringApplication(AnteroomApplication.class, InboxConfiguration.class);
        application.addInitializers(before);
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("mailbox", mailbox));
        // The demo ends all its parts in one order; see Demo.
        application.setRegisterShutdownHook(false);
        return application.run(settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new));
    }
}
