package io.anteroom.clinic.questionnaire.library;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Questionnaires with audit and what they need of it. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "io.anteroom.clinic.questionnaire.library",
            "io.anteroom.clinic.questionnaire.definition",
            "io.anteroom.clinic.audit",
            "io.anteroom.clinic.staff"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
class LibrarySlice {}
