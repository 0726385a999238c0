package io.anteroom.clinic.merging;

import io.anteroom.clinic.access.AccountId;
import io.anteroom.clinic.audit.AuditLog;
import io.anteroom.clinic.patient.Patient;
import io.anteroom.clinic.patient.Patients;
import io.anteroom.clinic.settings.PortalSetup;
import io.anteroom.messaging.MessagingConfiguration;
import java.io.IOException;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Merging and the features whose tables it touches, without the beans of other tests. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = {Merging.class, AccountId.class, AuditLog.class, Patient.class, PortalSetup.class},
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = MergingSlice.OfTests.class),
            @Filter(type = FilterType.REGEX, pattern = ".*Checklist")
        })
@EnableJpaRepositories(basePackageClasses = Patients.class)
@EntityScan(basePackageClasses = Patient.class)
@Import(MessagingConfiguration.class)
class MergingSlice {

    /** Whether a class was compiled from a test. */
    static final class OfTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }
}
