package io.anteroom.clinic.scheduling;

import io.anteroom.clinic.audit.Actor;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** What is set up for appointments, with audit and staff, and the words the tests of it share. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "io.anteroom.clinic.scheduling.setup",
            "io.anteroom.clinic.scheduling.hours",
            "io.anteroom.clinic.audit",
            "io.anteroom.clinic.staff"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class SetupSlice {

    public static final Actor.Staff ADA = new Actor.Staff("subject-ada", "Ada Admin");
}
