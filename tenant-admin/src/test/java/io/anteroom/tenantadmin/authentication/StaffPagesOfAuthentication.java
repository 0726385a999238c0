package io.anteroom.tenantadmin.authentication;

import io.anteroom.clinic.patient.Patients;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenantadmin.door.StaffDoor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Settings > Patient Authentication, behind a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJpaRepositories(basePackageClasses = Patients.class)
@EntityScan(basePackageClasses = Patients.class)
@ComponentScan(
        basePackages = {"io.anteroom.clinic.access", "io.anteroom.clinic.audit", "io.anteroom.clinic.settings"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Checklist"))
@ComponentScan(basePackageClasses = AuthenticationPages.class)
@Import({StaffDoor.class, MessagingConfiguration.class})
class StaffPagesOfAuthentication {}
