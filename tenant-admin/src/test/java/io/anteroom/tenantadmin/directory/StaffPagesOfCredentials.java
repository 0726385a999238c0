package io.anteroom.tenantadmin.directory;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.Payments;
import io.anteroom.tenantadmin.door.StaffDoor;
import io.anteroom.testing.StatementCount;
import java.lang.reflect.Proxy;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The staff's pages of credentials, behind a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = {"io.anteroom.tenantadmin.directory", "io.anteroom.tenantadmin.backfill"})
@Import({StaffDoor.class, ClinicConfiguration.class, MessagingConfiguration.class})
class StaffPagesOfCredentials {

    @Bean
    StatementCount statementCount() {
        return new StatementCount();
    }

    /** No page of credentials pays anything. */
    @Bean
    Payments payments() {
        return unused(Payments.class);
    }

    @Bean
    Onboarding onboarding() {
        return unused(Onboarding.class);
    }

    @SuppressWarnings("ReferenceEquality")
    private static <T> T unused(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(self);
                    case "equals" -> self == arguments[0];
                    case "toString" -> "unused";
                    default -> throw new UnsupportedOperationException(method.getName());
                }));
    }
}
