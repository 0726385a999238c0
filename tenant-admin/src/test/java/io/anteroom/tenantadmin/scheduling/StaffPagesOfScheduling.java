package io.anteroom.tenantadmin.scheduling;

import io.anteroom.tenantadmin.door.StaffDoor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Settings > Appointments, behind a door that believes a header saying which role asks. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.anteroom.clinic.scheduling.setup",
            "io.anteroom.clinic.scheduling.hours",
            "io.anteroom.clinic.scheduling.calendar",
            "io.anteroom.clinic.audit",
            "io.anteroom.clinic.staff"
        })
@ComponentScan(basePackageClasses = SetupPages.class)
@Import(StaffDoor.class)
class StaffPagesOfScheduling {}
