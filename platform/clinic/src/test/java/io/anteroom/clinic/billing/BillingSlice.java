package io.anteroom.clinic.billing;

import io.anteroom.clinic.ClinicConfiguration;
import io.anteroom.payments.ledger.LedgerConfiguration;
import io.anteroom.payments.reconciliation.MoneyCheckConfiguration;
import io.anteroom.payments.refund.RefundAskingConfiguration;
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

/** The clinic's domain as {@link ClinicConfiguration} takes it in, without the beans of other tests. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(
        basePackageClasses = ClinicConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = BillingSlice.OfTests.class),
            @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ClinicConfiguration.class)
        })
@EnableJpaRepositories(basePackageClasses = ClinicConfiguration.class)
@Import({LedgerConfiguration.class, MoneyCheckConfiguration.class, RefundAskingConfiguration.class})
@EntityScan(basePackageClasses = ClinicConfiguration.class)
public class BillingSlice {

    /** Whether a class was compiled from a test. */
    static final class OfTests implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            return type.getResource().getURL().getPath().contains("/test-classes/");
        }
    }
}
