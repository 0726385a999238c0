package io.anteroom.controlplane;

import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.messaging.MessagingWorkConfiguration;
import io.anteroom.messaging.SenderIdentity;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.work.WorkConfiguration;
import io.anteroom.webkit.WebKitConfiguration;
import java.security.SecureRandom;
import java.time.Clock;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The roles signup and worker in one process, as in the local demo. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    TenancyConfiguration.class,
    WorkConfiguration.class,
    MessagingConfiguration.class,
    MessagingWorkConfiguration.class,
    WebKitConfiguration.class,
    SignUpConfiguration.class,
    ProvisioningConfiguration.class
})
class WholeWayApplication {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /** No clinic sends a message here, only the platform. */
    @Bean
    SenderIdentity noClinicsMail() {
        return () -> {
            throw new IllegalStateException("A clinic's message in a test without any");
        };
    }

    @Bean
    TenantSchemas tenantSchemas(
            @Value("${anteroom.migrations.url}") String url,
            @Value("${anteroom.migrations.user}") String user,
            @Value("${anteroom.migrations.password}") String password) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(url);
        owner.setUser(user);
        owner.setPassword(password);
        return new TenantSchemas(owner, new SecureRandom());
    }
}
