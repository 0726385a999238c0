package io.anteroom.testing;

import io.anteroom.migrations.DatabaseRoles;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Points an application context at the test database, and lets a test be quicker than any clinic's patients.
 * {@link TenantTest} does so by itself.
 * The logins are those of a process that runs all roles, unless {@code anteroom.tenancy.control-user} and
 * {@code tenant-user} name a role's own.
 */
public final class TestDatabaseSettings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String url = TestDatabase.shared().url();
        TestPropertyValues.of(
                        "anteroom.tenancy.url=" + url,
                        "anteroom.tenancy.control-password=" + TestDatabase.PASSWORDS.control(),
                        "anteroom.tenancy.tenant-password=" + TestDatabase.PASSWORDS.tenant(),
                        "anteroom.migrations.url=" + url,
                        "anteroom.migrations.user=" + DatabaseRoles.OWNER,
                        "anteroom.migrations.password=" + TestDatabase.PASSWORDS.owner(),
                        "anteroom.web.fairness.per-second=1000000",
                        "anteroom.web.fairness.burst=1000000",
                        "anteroom.web.fairness.strangers-per-second=1000000",
                        "spring.jpa.open-in-view=false",
                        "spring.jpa.hibernate.ddl-auto=none")
                .applyTo(context);
    }
}
