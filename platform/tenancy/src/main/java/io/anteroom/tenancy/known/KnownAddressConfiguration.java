package io.anteroom.tenancy.known;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The list of known addresses, for the role {@code worker}: no other holds its key, nor has a right on its table. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KnownAddressSettings.class)
public class KnownAddressConfiguration {

    @Bean
    KnownAddresses knownAddresses(
            @Qualifier("control") JdbcClient control,
            @Qualifier("controlTransactions") PlatformTransactionManager controlTransactions,
            KnownAddressSettings settings) {
        return new KnownAddresses(control, new TransactionTemplate(controlTransactions), settings.secret());
    }
}
