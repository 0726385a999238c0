package io.anteroom.clinic;

import io.anteroom.payments.ledger.LedgerConfiguration;
import io.anteroom.payments.reconciliation.MoneyCheckConfiguration;
import io.anteroom.payments.refund.RefundAskingConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** Everything of the clinic's domain: use cases, repositories and entities. Needs the tenancy and messaging beans. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableJpaRepositories
@Import({LedgerConfiguration.class, MoneyCheckConfiguration.class, RefundAskingConfiguration.class})
@EntityScan({"io.anteroom.clinic", "io.anteroom.messaging", "io.anteroom.payments"})
public class ClinicConfiguration {}
