package io.anteroom.controlplane;

import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestDatabaseSettings;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/** A test class on the whole control plane: pages by MockMvc, a real PostgreSQL, no worker but the test itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@SpringBootTest(
        classes = ControlPlaneTestApplication.class,
        properties = {
            "anteroom.web.base-host=example.org",
            "anteroom.web.scheme=https",
            "anteroom.messaging.secret-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "anteroom.messaging.from-address=post@example.org",
            "anteroom.control-plane.keycloak.url=http://localhost:1",
            "anteroom.control-plane.keycloak.client-secret=none",
            "anteroom.control-plane.operators.issuer=http://localhost:1/realms/anteroom",
            "anteroom.control-plane.operators.client-secret=none",
            "anteroom.control-plane.sign-up.form-key=0123456789abcdef0123456789abcdef",
            "anteroom.control-plane.sign-up.contact=help@example.org",
            "anteroom.control-plane.sign-up.forms-per-hour=30",
            "anteroom.control-plane.sign-up.mails-per-hour=3",
            "anteroom.control-plane.finding.of-everybody=40",
            "anteroom.known-addresses.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(
        listeners = {CleanSlate.class, FreshFakes.class},
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ControlPlaneTest {}
