package io.anteroom.server;

import io.anteroom.server.migration.MigrateConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Starts the roles that {@code anteroom.roles} names: an argument {@code --anteroom.roles=portal,worker}, a system
 * property, or the environment variable {@code ANTEROOM_ROLES}. There is no default: a process says what it is.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({PlatformConfiguration.class, RoleConfigurations.class})
public class AnteroomApplication {

    public static void main(String[] arguments) {
        forRoles(arguments).run(arguments);
    }

    /** The role {@code migrate} is no web application, and needs nothing of the others. */
    static SpringApplication forRoles(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        if (!environment.getProperty(Role.PROPERTY, "").strip().equals("migrate")) {
            return new SpringApplication(AnteroomApplication.class);
        }
        SpringApplication migrate = new SpringApplication(MigrateConfiguration.class);
        migrate.setWebApplicationType(WebApplicationType.NONE);
        return migrate;
    }
}
