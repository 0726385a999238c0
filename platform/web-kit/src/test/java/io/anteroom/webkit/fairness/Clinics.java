package io.anteroom.webkit.fairness;

import io.anteroom.tenancy.Tenant;
import io.anteroom.tenancy.TenantId;
import io.anteroom.tenancy.TenantState;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** A directory that counts how often it is asked. */
final class Clinics {

    int asked;

    Optional<Tenant> bySlug(String slug) {
        asked++;
        return switch (slug) {
            case "unknown", "" -> Optional.empty();
            case "unreadable" -> throw new IllegalStateException("The directory cannot be read");
            case "new" -> Optional.of(clinic(slug, TenantState.PROVISIONING));
            case "closed" -> Optional.of(clinic(slug, TenantState.SUSPENDED));
            default -> Optional.of(clinic(slug, TenantState.ACTIVE));
        };
    }

    private static Tenant clinic(String slug, TenantState state) {
        return new Tenant(
                new TenantId("aaaabbbbcccc"),
                slug,
                "Clinic " + slug,
                state,
                "GB",
                ZoneId.of("Europe/London"),
                Currency.getInstance("GBP"));
    }
}
