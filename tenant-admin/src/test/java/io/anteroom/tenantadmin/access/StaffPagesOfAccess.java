package io.anteroom.tenantadmin.access;

import io.anteroom.clinic.patient.Patients;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.tenantadmin.door.StaffDoor;
import io.anteroom.tenantadmin.patient.PatientHeads;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The tab Online access, behind a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableJpaRepositories(basePackageClasses = Patients.class)
@EntityScan(basePackageClasses = Patients.class)
@ComponentScan(
        basePackages = {"io.anteroom.clinic.access", "io.anteroom.clinic.audit", "io.anteroom.clinic.settings"},
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Checklist"))
@ComponentScan(
        basePackages = "io.anteroom.clinic.billing",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Invoice(Desk|Reader)"))
@ComponentScan(
        basePackages = "io.anteroom.clinic.patient",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.Patient(Records|Search)"))
@ComponentScan("io.anteroom.tenantadmin.access")
@Import({StaffDoor.class, MessagingConfiguration.class, PatientHeads.class})
public class StaffPagesOfAccess {}
