package io.anteroom.server;

import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestDatabaseSettings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A test of the application with every role that has pages, on two clinics with colliding ids, without a network: no
 * worker runs, and neither Keycloak nor Stripe answers.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
        classes = AnteroomApplication.class,
        properties = {
            "anteroom.roles=signup,operator,staff,portal",
            "anteroom.web.base-host=localhost",
            "anteroom.web.scheme=http",
            "anteroom.messaging.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.messaging.from-address=hello@anteroom.example",
            "anteroom.access.code-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.payments.api-base=http://localhost:9",
            "anteroom.payments.secret-key=sk_test_none",
            "anteroom.payments.platform-webhook-secret=none-of-the-platform",
            "anteroom.payments.connect-webhook-secret=none-of-the-clinics",
            "anteroom.payments.retries=0",
            "anteroom.staff.issuer=http://localhost:9/realms/anteroom",
            "anteroom.staff.client-secret=none",
            "anteroom.control-plane.sign-up.form-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.control-plane.sign-up.contact=help@anteroom.example",
            "anteroom.control-plane.keycloak.url=http://localhost:9",
            "anteroom.control-plane.keycloak.client-secret=none",
            "anteroom.control-plane.operators.issuer=http://localhost:9/realms/anteroom",
            "anteroom.control-plane.operators.client-secret=none",
            "logging.structured.format.console="
        })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE) // of thousands of pages in one test, kept in case it fails
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface WholeApplication {}
