package io.anteroom.server.migration;

import io.anteroom.migrations.FleetSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code anteroom.migrations.*}: how to reach the database as the owner of its schemas, and how to treat them.
 *
 * @param url {@code url}: JDBC address, with neither user nor password; straight to PostgreSQL, not through a pooler
 * @param user {@code user}: the owner's login
 * @param password {@code password}: no default
 * @param parallel {@code parallel}: how many schemas are migrated at once
 * @param lockWait {@code lock-wait}: how long a change waits for a table that a clinic is using; the clinic waits with it
 * @param attempts {@code attempts}: how often a busy clinic is tried before it is set aside
 * @param pause {@code pause}: how long a busy clinic is left alone at first; twice as long each time, 30 s at most
 * @param canary {@code canary}: the slug or id of the tenant that goes first; by default the youngest one in use
 * @param spares {@code spares}: how many built schemas wait for the next sign-ups
 */
@Validated
@ConfigurationProperties("anteroom.migrations")
record MigrationSettings(
        @NotBlank String url,
        @NotBlank @DefaultValue("anteroom_owner") String user,
        @NotBlank String password,
        @Min(1) @Max(16) @DefaultValue("4") int parallel,

        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 10) @DefaultValue("500ms")
        Duration lockWait,

        @Min(1) @Max(1000) @DefaultValue("10") int attempts,

        @NotNull @DurationMin(millis = 1) @DurationMax(seconds = 30) @DefaultValue("1s")
        Duration pause,

        @Nullable String canary,
        @Min(0) @Max(100) @DefaultValue("3") int spares) {

    FleetSettings fleet() {
        return new FleetSettings(
                parallel, lockWait, attempts, pause, canary == null || canary.isBlank() ? null : canary.strip());
    }

    /** Names no password. */
    @Override
    public String toString() {
        return "MigrationSettings[" + url + "]";
    }
}
