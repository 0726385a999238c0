package io.anteroom.portal;

import io.anteroom.clinic.billing.CardPayments;
import io.anteroom.clinic.billing.PayerAddress;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.StatementCount;
import io.anteroom.testing.TestClock;
import io.anteroom.testing.TestDatabaseSettings;
import io.anteroom.webkit.WebKitConfiguration;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.security.SecureRandom;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** A test of the portal's sign-in and account pages, through every filter, on two clinics. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = PortalTest.SignInAndAccount.class,
        properties = {
            "anteroom.web.base-host=anteroom.example",
            "anteroom.web.scheme=https",
            "anteroom.access.code-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.from-address=clinics@anteroom.example"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface PortalTest {

    /** The portal without invoices. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "io.anteroom.clinic.access",
                "io.anteroom.clinic.audit",
                "io.anteroom.clinic.file",
                "io.anteroom.clinic.questionnaire.answer",
                "io.anteroom.clinic.questionnaire.assignment",
                "io.anteroom.clinic.questionnaire.byservice",
                "io.anteroom.clinic.questionnaire.definition",
                "io.anteroom.clinic.questionnaire.link",
                "io.anteroom.clinic.questionnaire.message",
                "io.anteroom.clinic.record",
                "io.anteroom.clinic.scheduling.appointment",
                "io.anteroom.clinic.scheduling.deposit",
                "io.anteroom.clinic.scheduling.feed",
                "io.anteroom.clinic.scheduling.newcomer",
                "io.anteroom.clinic.scheduling.news",
                "io.anteroom.clinic.profile.preference",
                "io.anteroom.clinic.scheduling.reminder",
                "io.anteroom.clinic.scheduling.rules",
                "io.anteroom.clinic.scheduling.slot",
                "io.anteroom.clinic.scheduling.waitlist",
                "io.anteroom.clinic.settings",
                "io.anteroom.portal.brand",
                "io.anteroom.portal.elevation",
                "io.anteroom.portal.family",
                "io.anteroom.portal.frame",
                "io.anteroom.portal.invitation",
                "io.anteroom.portal.language",
                "io.anteroom.portal.newcomer",
                "io.anteroom.portal.passkey",
                "io.anteroom.portal.password",
                "io.anteroom.portal.questionnaire",
                "io.anteroom.portal.record",
                "io.anteroom.portal.recovery",
                "io.anteroom.portal.security",
                "io.anteroom.portal.link",
                "io.anteroom.portal.registration",
                "io.anteroom.portal.scheduling",
                "io.anteroom.portal.session",
                "io.anteroom.portal.signin"
            },
            excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Checklist|FileSlice)"))
    @Import({
        TenancyConfiguration.class,
        WebKitConfiguration.class,
        MessagingConfiguration.class,
        CardPayments.class,
        PayerAddress.class
    })
    class SignInAndAccount {

        @Bean
        TestClock testClock() {
            return new TestClock();
        }

        /** Nothing is paid here. */
        @Bean
        ScriptedPayments payments() {
            return new ScriptedPayments();
        }

        /** Counts what the database is asked. */
        @Bean
        StatementCount statementCount() {
            return new StatementCount();
        }

        /** Every code is 123456. */
        @Bean
        @Primary
        SecureRandom sameCode() {
            return new SecureRandom() {
                private static final long serialVersionUID = 1L;

                @Override
                public int nextInt(int bound) {
                    return 123_456;
                }
            };
        }
    }
}
