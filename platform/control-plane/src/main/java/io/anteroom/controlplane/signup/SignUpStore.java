package io.anteroom.controlplane.signup;

import io.anteroom.controlplane.organisation.Countries;
import io.anteroom.controlplane.organisation.EmailAddress;
import io.anteroom.controlplane.organisation.LinkToken;
import io.anteroom.controlplane.organisation.NewOrganisation;
import io.anteroom.controlplane.organisation.SignUpId;
import io.anteroom.controlplane.organisation.Slug;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of {@code control.sign_up}. Called in control transactions. */
class SignUpStore {

    private static final String SELECT = """
            select id, organisation_name, slug, country, zone, currency, owner_name, owner_email,
                   confirmation_expires_at, confirmed_at
            from control.sign_up
            """;

    private final JdbcClient control;

    SignUpStore(JdbcClient control) {
        this.control = control;
    }

    /** Stores it, or stores new details in the unconfirmed one of the same page key. */
    void save(SignUpId id, LinkToken page, LinkToken confirmation, Instant until, NewOrganisation wanted, Instant now) {
        control.sql("""
                        insert into control.sign_up
                            (id, page_key, confirmation_key, confirmation_expires_at, organisation_name, slug, country, zone,
                             currency, owner_name, owner_email, terms_version, terms_accepted_at, created_at)
                        values (:id, :page, :confirmation, :until, :name, :slug, :country, :zone,
                                :currency, :ownerName, :ownerEmail, :terms, :now, :now)
                        on conflict (id) do update set
                            confirmation_key = excluded.confirmation_key,
                            confirmation_expires_at = excluded.confirmation_expires_at,
                            organisation_name = excluded.organisation_name, slug = excluded.slug,
                            country = excluded.country, zone = excluded.zone, currency = excluded.currency,
                            owner_name = excluded.owner_name, owner_email = excluded.owner_email,
                            terms_version = excluded.terms_version, terms_accepted_at = excluded.terms_accepted_at
                        where sign_up.confirmed_at is null
                        """)
                .param("id", id.value())
                .param("page", page.hash())
                .param("confirmation", confirmation.hash())
                .param("until", at(until))
                .param("name", wanted.name())
                .param("slug", wanted.slug().value())
                .param("country", wanted.country().code())
                .param("zone", wanted.zone().getId())
                .param("currency", wanted.currency().getCurrencyCode())
                .param("ownerName", wanted.owner().name())
                .param("ownerEmail", wanted.owner().email().value())
                .param("terms", Terms.VERSION)
                .param("now", at(now))
                .update();
    }

    /** Stores new details of an unconfirmed one, whose link stays as it is. */
    void change(SignUpId id, NewOrganisation wanted) {
        control.sql("""
                        update control.sign_up set
                            organisation_name = :name, slug = :slug, country = :country, zone = :zone,
                            currency = :currency, owner_name = :ownerName
                        where id = :id and confirmed_at is null
                        """)
                .param("name", wanted.name())
                .param("slug", wanted.slug().value())
                .param("country", wanted.country().code())
                .param("zone", wanted.zone().getId())
                .param("currency", wanted.currency().getCurrencyCode())
                .param("ownerName", wanted.owner().name())
                .param("id", id.value())
                .update();
    }

    /** The one whose page this key opens: the form's own, or that of the latest confirmation link. */
    Optional<SignUp> byPage(LinkToken key) {
        return find("where page_key = :key or confirmation_key = :key", key);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<SignUp> lockByPage(LinkToken key) {
        return find("where page_key = :key or confirmation_key = :key for update", key);
    }

    /** The one that the latest link of this token confirms. */
    Optional<SignUp> byConfirmation(LinkToken key) {
        return find("where confirmation_key = :key", key);
    }

    /** The same, and nobody else changes it until the transaction ends. */
    Optional<SignUp> lockByConfirmation(LinkToken key) {
        return find("where confirmation_key = :key for update", key);
    }

    /** Whether it still waits to be confirmed with the link of that fingerprint. */
    boolean waitsFor(SignUpId id, String fingerprint, Instant now) {
        return control.sql("""
                        select count(*) from control.sign_up
                        where id = :id and confirmed_at is null and confirmation_expires_at > :now
                          and encode(confirmation_key, 'hex') like :fingerprint || '%'
                        """)
                        .param("id", id.value())
                        .param("fingerprint", fingerprint)
                        .param("now", at(now))
                        .query(Long.class)
                        .single()
                == 1;
    }

    /** A new link takes the place of the last one. */
    void renew(SignUpId id, LinkToken confirmation, Instant until) {
        control.sql("""
                        update control.sign_up set confirmation_key = :key, confirmation_expires_at = :until
                        where id = :id and confirmed_at is null
                        """)
                .param("key", confirmation.hash())
                .param("until", at(until))
                .param("id", id.value())
                .update();
    }

    void confirmed(SignUpId id, Instant now) {
        control.sql("update control.sign_up set confirmed_at = :now where id = :id and confirmed_at is null")
                .param("now", at(now))
                .param("id", id.value())
                .update();
    }

    /** Forgets those that were never confirmed and lapsed before {@code before}, with what they held. */
    int forgetLapsed(Instant before) {
        control.sql("delete from control.slug_reservation where expires_at < :before")
                .param("before", at(before))
                .update();
        return control.sql("""
                        delete from control.sign_up where confirmed_at is null and confirmation_expires_at < :before
                        """).param("before", at(before)).update();
    }

    private Optional<SignUp> find(String condition, LinkToken key) {
        return control.sql(SELECT + condition)
                .param("key", key.hash())
                .query((row, number) -> signUp(row))
                .optional();
    }

    private static SignUp signUp(ResultSet row) throws SQLException {
        return new SignUp(
                new SignUpId(row.getObject("id", UUID.class)),
                new NewOrganisation(
                        row.getString("organisation_name"),
                        new Slug(row.getString("slug")),
                        Countries.byCode(row.getString("country")).orElseThrow(),
                        ZoneId.of(row.getString("zone")),
                        Currency.getInstance(row.getString("currency")),
                        new NewOrganisation.Owner(
                                row.getString("owner_name"), new EmailAddress(row.getString("owner_email")))),
                row.getObject("confirmation_expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("confirmed_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
