package io.anteroom.tenantadmin.billing;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenantadmin.door.StaffDoor;
import io.anteroom.testing.StatementCount;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The staff's pages of billing, behind a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(basePackages = {"io.anteroom.tenantadmin.billing", "io.anteroom.tenantadmin.payments"})
@Import({StaffDoor.class, ClinicConfiguration.class, MessagingConfiguration.class})
class StaffPagesOfBilling {

    @Bean
    StatementCount statementCount() {
        return new StatementCount();
    }

    @Bean
    ScriptedPayments payments() {
        return new ScriptedPayments();
    }
}
