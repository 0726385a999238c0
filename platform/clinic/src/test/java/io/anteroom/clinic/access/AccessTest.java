package io.anteroom.clinic.access;

import io.anteroom.testing.TenantTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A test of access on a real PostgreSQL with two clinics, whose codes it chooses itself. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@TenantTest(
        value = AccessTestConfiguration.class,
        properties = {
            // Two hundred at once on a machine that does other things too.
            "anteroom.tenancy.patience=60s",
            "anteroom.access.code-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.files.key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.access.asks-per-network=12",
            "anteroom.access.texts-per-prefix=4",
            "anteroom.access.codes-per-clinic=6",
            "anteroom.access.newcomers-per-network=5",
            "anteroom.access.newcomers-per-clinic=3",
            "anteroom.messaging.secret-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "anteroom.messaging.from-address=clinics@anteroom.example"
        })
public @interface AccessTest {}
