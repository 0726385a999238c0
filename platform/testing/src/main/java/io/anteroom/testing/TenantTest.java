package io.anteroom.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test class on a real PostgreSQL with two tenants, {@link Tenants#north()} and {@link Tenants#south()}. The
 * configurations it names are started with tenancy and Spring Boot's automatic configuration, without a web server; a
 * {@link TestClock} and a {@link StatementCount} can be injected.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@Import(TenantTestConfiguration.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface TenantTest {

    /** The configurations under test, such as the module's own. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "classes")
    Class<?>[] value() default TenantTestConfiguration.class;

    /** Properties in the form {@code key=value}. */
    @AliasFor(annotation = SpringBootTest.class, attribute = "properties")
    String[] properties() default {};
}
