package io.anteroom.tenantadmin.scheduling;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.payments.Onboarding;
import io.anteroom.payments.Payments;
import io.anteroom.tenantadmin.door.StaffDoor;
import io.anteroom.tenantadmin.patient.PatientHeads;
import java.lang.reflect.Proxy;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/** Settings > Appointments and the calendar, behind a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackageClasses = SetupPages.class, nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ComponentScan(
        basePackageClasses = PatientHeads.class,
        useDefaultFilters = false,
        includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = PatientHeads.class))
@Import({StaffDoor.class, ClinicConfiguration.class, MessagingConfiguration.class})
class StaffPagesOfScheduling {

    /** What its tests have in common. */
    static final String SECRET = "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

    static final String SENDER = "anteroom.messaging.from-address=no-reply@anteroom.test";
    static final String CODES = "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
    static final String HOST = "anteroom.web.base-host=anteroom.test";

    /** No page of appointments pays anything. */
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
