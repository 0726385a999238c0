package io.anteroom.controlplane.provisioning;

import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.Slug;
import io.anteroom.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code control.provisioning}. Called in control transactions. */
class Undertakings {

    private final JdbcClient control;

    Undertakings(JdbcClient control) {
        this.control = control;
    }

    /** Puts in a new one, unless it is there. Says whether it was new. */
    boolean add(SignUpId id, NewOrganisation organisation, Instant now) {
        return control.sql("""
                        insert into control.provisioning
                            (sign_up_id, organisation_name, slug, country, zone, currency, owner_name, owner_email, state, started_at)
                        values (:id, :name, :slug, :country, :zone, :currency, :ownerName, :ownerEmail, 'running', :now)
                        on conflict (sign_up_id) do nothing
                        """)
                        .param("id", id.value())
                        .param("name", organisation.name())
                        .param("slug", organisation.slug().value())
                        .param("country", organisation.country().code())
                        .param("zone", organisation.zone().getId())
                        .param("currency", organisation.currency().getCurrencyCode())
                        .param("ownerName", organisation.owner().name())
                        .param("ownerEmail", organisation.owner().email().value())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Reads one. */
    Undertaking get(SignUpId id) {
        return query(id, "");
    }

    /** Reads one and keeps others from changing it until the transaction ends. */
    Undertaking lock(SignUpId id) {
        return query(id, " for update");
    }

    private Undertaking query(SignUpId id, String lock) {
        return control.sql("""
                        select sign_up_id, tenant_id, organisation_name, slug, country, zone, currency, owner_name,
                               owner_email, identity_organisation, owner_subject
                        from control.provisioning where sign_up_id = :id
                        """ + lock)
                .param("id", id.value())
                .query((row, number) -> undertaking(row))
                .single();
    }

    void foundTenant(SignUpId id, TenantId tenant) {
        set(id, "tenant_id", tenant.value());
    }

    void foundOrganisation(SignUpId id, String organisation) {
        set(id, "identity_organisation", organisation);
    }

    void foundOwner(SignUpId id, String subject) {
        set(id, "owner_subject", subject);
    }

    private void set(SignUpId id, String column, String value) {
        control.sql("update control.provisioning set " + column + " = :value where sign_up_id = :id")
                .param("value", value)
                .param("id", id.value())
                .update();
    }

    private static Undertaking undertaking(ResultSet row) throws SQLException {
        return new Undertaking(
                new SignUpId(row.getObject("sign_up_id", UUID.class)),
                new NewOrganisation(
                        row.getString("organisation_name"),
                        new Slug(row.getString("slug")),
                        Countries.byCode(row.getString("country")).orElseThrow(),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency")),
                        new NewOrganisation.Owner(
                                row.getString("owner_name"), new EmailAddress(row.getString("owner_email")))),
                tenantId(row.getString("tenant_id")),
                row.getString("identity_organisation"),
                row.getString("owner_subject"));
    }

    private static @Nullable TenantId tenantId(@Nullable String text) {
        return text == null ? null : new TenantId(text);
    }
}
