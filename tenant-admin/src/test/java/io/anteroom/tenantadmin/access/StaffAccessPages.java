package io.anteroom.tenantadmin.access;

import io.anteroom.testing.CleanSlate;
import io.anteroom.testing.TestDatabaseSettings;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/** A test of the tab Online access, on two clinics. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = StaffPagesOfAccess.class,
        properties = {
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.messaging.from-address=no-reply@anteroom.test",
            "anteroom.access.code-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=",
            "anteroom.web.base-host=anteroom.test"
        })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestDatabaseSettings.class)
@TestExecutionListeners(listeners = CleanSlate.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface StaffAccessPages {}
