package io.anteroom.server.migration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * {@code anteroom.migrations.*}: how to reach the database as the owner of its schemas.
 *
 * @param url {@code url}: JDBC address, with neither user nor password
 * @param user {@code user}: the owner's login
 * @param password {@code password}: no default
 * @param parallel {@code parallel}: how many schemas are migrated at once
 * @param spares {@code spares}: how many built schemas wait for the next sign-ups
 */
@Validated
@ConfigurationProperties("anteroom.migrations")
record MigrationSettings(
        @NotBlank String url,
        @NotBlank @DefaultValue("anteroom_owner") String user,
        @NotBlank String password,
        @Min(1) @Max(16) @DefaultValue("2") int parallel,
        @Min(0) @Max(100) @DefaultValue("3") int spares) {

    /** Names no password. */
    @Override
    public String toString() {
        return "MigrationSettings[" + url + "]";
    }
}
