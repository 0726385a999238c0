package io.anteroom.controlplane;

import io.anteroom.controlplane.identity.FakeIdentityProvider;
import io.anteroom.messaging.MessagingConfiguration;
import io.anteroom.migrations.TenantSchemas;
import io.anteroom.tenancy.TenancyConfiguration;
import io.anteroom.tenancy.known.KnownAddressConfiguration;
import io.anteroom.testing.TestClock;
import io.anteroom.webkit.WebKitConfiguration;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.security.SecureRandom;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    TenancyConfiguration.class,
    KnownAddressConfiguration.class,
    MessagingConfiguration.class,
    WebKitConfiguration.class,
    SignUpConfiguration.class,
    ProvisioningConfiguration.class,
    OperatorConfiguration.class
})
class ControlPlaneTestApplication {

    @Bean
    static OwnLogins ownLogins(Environment environment) {
        return new OwnLogins(environment);
    }

    @Bean
    static ControlStatements controlStatements() {
        return new ControlStatements();
    }

    @Bean
    SimpleMeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    @Primary
    FakeIdentityProvider fakeIdentityProvider() {
        return new FakeIdentityProvider();
    }

    @Bean
    @Primary
    RememberedTokens rememberedTokens() {
        return new RememberedTokens();
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
