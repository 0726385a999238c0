package io.anteroom.clinic.access;

import io.anteroom.messaging.MessagingConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

/** Access and what it leans on, appointments, forms and files, without the rest of the clinic. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "io.anteroom.clinic.access",
            "io.anteroom.clinic.audit",
            "io.anteroom.clinic.file",
            "io.anteroom.clinic.record",
            "io.anteroom.clinic.questionnaire.answer",
            "io.anteroom.clinic.questionnaire.assignment",
            "io.anteroom.clinic.questionnaire.byservice",
            "io.anteroom.clinic.questionnaire.definition",
            "io.anteroom.clinic.questionnaire.link",
            "io.anteroom.clinic.questionnaire.message",
            "io.anteroom.clinic.scheduling.appointment",
            "io.anteroom.clinic.scheduling.calendar",
            "io.anteroom.clinic.scheduling.feed",
            "io.anteroom.clinic.scheduling.newcomer",
            "io.anteroom.clinic.scheduling.news",
            "io.anteroom.clinic.profile.preference",
            "io.anteroom.clinic.scheduling.reminder",
            "io.anteroom.clinic.scheduling.hours",
            "io.anteroom.clinic.scheduling.rules",
            "io.anteroom.clinic.scheduling.setup",
            "io.anteroom.clinic.scheduling.slot",
            "io.anteroom.clinic.scheduling.waitlist",
            "io.anteroom.clinic.settings",
            "io.anteroom.clinic.staff"
        },
        excludeFilters =
                @Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Checklist|PortalSetupTest.*|FileSlice|clinic[.]file[.].*Test.*)"))
@Import(MessagingConfiguration.class)
public class AccessTestConfiguration {

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    @Primary
    SecureRandom chosenCodes() {
        return new ChosenCodes();
    }
}
